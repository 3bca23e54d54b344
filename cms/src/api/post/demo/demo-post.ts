import type { DemoBlock, DemoPicture } from '#src/setup/seed/writing';

export type DemoTopic =
  'self-kindness' | 'grief-and-loss' | 'worry-and-sleep' | 'relationships' | 'work-and-rest' | 'starting-counselling';

export interface DemoPost {
  title: string;
  /** The day and hour on which it appeared, ISO 8601 in UTC; null for a draft. */
  published: string | null;
  topics: DemoTopic[];
  summary?: string;
  contentNote?: string;
  cover?: DemoPicture;
  /** The workshops that it mentions, by their keys in the demo content. */
  mentions?: string[];
  body: DemoBlock[];
}

export interface DemoPage {
  title: string;
  lead: string;
  position: number;
  body: DemoBlock[];
}
