import type { Schema } from '@strapi/strapi';
import { commentLimits, type HelpLine, type Page, type Post, type Practice, type Topic } from 'shared';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { HelpLine as HelpLineComponent } from '../../types/generated/components';
import type { ApiPagePage, ApiPostPost, ApiPracticePractice, ApiTopicTopic } from '../../types/generated/contentTypes';
import savedReply from '../components/comment/saved-reply.json';

type Plain = 'string' | 'text' | 'uid' | 'email' | 'datetime' | 'date';

/**
 * What an attribute of the generated types holds; rich text, pictures, relations and components have answers of their
 * own.
 */
type Held<A> =
  A extends Schema.Attribute.OfType<'enumeration'>
    ? Schema.Attribute.Value<A>
    : A extends Schema.Attribute.OfType<'boolean'>
      ? boolean
      : A extends Schema.Attribute.OfType<'integer'>
        ? number
        : A extends Schema.Attribute.OfType<Plain>
          ? string
          : never;

/** The attributes of a schema that hold plain values. */
type PlainFields<S extends { attributes: object }> = {
  [K in keyof S['attributes'] as Held<S['attributes'][K]> extends never ? never : K]: Held<S['attributes'][K]>;
};

/** Of a contract, what the schema has under the same name, nulls aside. */
type Contract<C, S extends { attributes: object }> = { [K in keyof C & keyof PlainFields<S>]: NonNullable<C[K]> };
type Stored<C, S extends { attributes: object }> = { [K in keyof C & keyof PlainFields<S>]: PlainFields<S>[K] };

/** What is said about space is stored in words, and served with its date. */
type Said = Omit<Practice, 'availability'>;

describe('the contract and the content types', () => {
  it('allow a saved reply to be as long as a comment', () => {
    expect(savedReply.attributes.text.maxLength).toBe(commentLimits.text.max);
  });
  it('hold the same kinds of values under the same names', () => {
    expectTypeOf<Contract<Post, ApiPostPost>>().toEqualTypeOf<Stored<Post, ApiPostPost>>();
    expectTypeOf<Contract<Page, ApiPagePage>>().toEqualTypeOf<Stored<Page, ApiPagePage>>();
    expectTypeOf<Contract<Topic, ApiTopicTopic>>().toEqualTypeOf<Stored<Topic, ApiTopicTopic>>();
    expectTypeOf<Contract<Said, ApiPracticePractice>>().toEqualTypeOf<Stored<Said, ApiPracticePractice>>();
    expectTypeOf<Contract<HelpLine, HelpLineComponent>>().toEqualTypeOf<Stored<HelpLine, HelpLineComponent>>();
  });
  it('meet in every field that a post, a practice and a help line have in plain words', () => {
    expectTypeOf<keyof Stored<Post, ApiPostPost>>().toEqualTypeOf<
      | 'slug'
      | 'title'
      | 'summary'
      | 'published'
      | 'updated'
      | 'readingMinutes'
      | 'contentNote'
      | 'commentsOpen'
      | 'invitesToCall'
    >();
    expectTypeOf<keyof Stored<HelpLine, HelpLineComponent>>().toEqualTypeOf<keyof HelpLine>();
    expectTypeOf<Exclude<keyof Said, keyof Stored<Said, ApiPracticePractice>>>().toEqualTypeOf<
      | 'work'
      | 'portrait'
      | 'picture'
      | 'pictureAtNight'
      | 'away'
      | 'credentials'
      | 'fees'
      | 'legal'
      | 'room'
      | 'online'
      | 'questions'
      | 'helpLines'
      | 'pages'
      | 'comments'
      | 'workshops'
      | 'contact'
      | 'calls'
    >();
  });
});
