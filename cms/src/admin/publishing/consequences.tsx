import type { ComponentType } from 'react';

/** What a feature says about people before a piece of content leaves the site. */
export interface ConsequenceProps {
  /** The document id. */
  readonly id: string;
  /** The piece in the sentence: “it”, or its title in quotation marks where several are asked about. */
  readonly name: string;
  readonly ending: 'unpublish' | 'delete';
}

/** By content type: a component that shows a sentence, or nothing where nobody is concerned. */
const consequences = new Map<string, ComponentType<ConsequenceProps>>();

/** Adds what is said about people before a piece of a content type is taken off the site or deleted. */
export const addConsequence = (model: string, component: ComponentType<ConsequenceProps>): void =>
  void consequences.set(model, component);

interface Props extends ConsequenceProps {
  readonly model: string;
}

/** What taking a piece off the site, or deleting it, means for people. */
export const Consequence = ({ model, ...about }: Props) => {
  const Component = consequences.get(model);
  return Component ? <Component {...about} /> : null;
};
