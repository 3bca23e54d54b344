import { randomBytes } from 'node:crypto';
import {
  type Block,
  type ModerationDecision,
  moderationOutcomes,
  type OpenedComment,
  openedComment,
  replyOutcome,
} from 'shared';
import type { Schema } from './admin-api.ts';
import type { Login } from './cms-settings.ts';

/** What of a post the admin's form sends. */
export interface PostFields {
  title: string;
  slug?: string;
  body: Block[];
  [field: string]: unknown;
}

/** The record of an uploaded file; `formats` are its smaller sizes. */
export interface Upload {
  id: number;
  hash: string;
  url: string;
  formats: Record<string, { url: string }> | null;
}

/** Paragraphs of rich text, as Strapi's editor stores them. */
export const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** The admin's own HTTP API, used as its pages use it: sign in, save, publish. */
export class AdminClient {
  private readonly cmsUrl: string;
  private readonly token: string;
  private readonly password: string;

  // Written out: the benchmark runs this file with Node's own stripping of types, which knows no shorter form.
  private constructor(cmsUrl: string, token: string, password: string) {
    this.cmsUrl = cmsUrl;
    this.token = token;
    this.password = password;
  }

  static async signIn(cmsUrl: string, { email, password }: Login): Promise<AdminClient> {
    const answer = await fetch(`${cmsUrl}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok)
      throw new Error(`Signing in to the admin was answered with ${answer.status}: ${await answer.text()}`);
    const { data } = (await answer.json()) as { data: { token: string } };
    return new AdminClient(cmsUrl, data.token, password);
  }

  /** What the admin's own API answers at a path such as `/quiet-room/comments/counts`. */
  async get(path: string): Promise<unknown> {
    const answer = await fetch(this.cmsUrl + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`GET ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  /** Saves a new draft; gives its document id. */
  async create(uid: string, fields: Record<string, unknown>): Promise<string> {
    const { documentId } = await this.send('POST', `collection-types/${uid}`, fields);
    return documentId;
  }

  /** Saves and publishes, as the admin's Publish button does; resolves after the commit. */
  async publish(uid: string, documentId: string, fields: Record<string, unknown>): Promise<void> {
    await this.send('POST', `collection-types/${uid}/${documentId}/actions/publish`, fields);
  }

  async unpublish(uid: string, documentId: string): Promise<void> {
    await this.send('POST', `collection-types/${uid}/${documentId}/actions/unpublish`, {});
  }

  /** A new post that readers can see; gives its document id. */
  async publishPost(fields: PostFields): Promise<string> {
    const id = await this.create('api::post.post', fields);
    await this.publish('api::post.post', id, fields);
    return id;
  }

  /** A new workshop that readers can see; gives its document id. */
  async publishWorkshop(fields: Record<string, unknown>): Promise<string> {
    const id = await this.create('api::workshop.workshop', fields);
    await this.publish('api::workshop.workshop', id, fields);
    return id;
  }

  /** Uploads a file to the media library; gives its record. */
  async upload(name: string, type: string, bytes: Uint8Array): Promise<Upload> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
    form.append('fileInfo', JSON.stringify({ name, alternativeText: 'A picture for a test' }));
    const answer = await fetch(`${this.cmsUrl}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: form,
    });
    if (!answer.ok) throw new Error(`Uploading ${name} was answered with ${answer.status}: ${await answer.text()}`);
    const [file] = (await answer.json()) as Upload[];
    if (!file) throw new Error('An upload was answered with no file.');
    return file;
  }

  /** Deletes files from the media library for good, as its "Delete" button does. */
  async deleteUploads(fileIds: readonly number[]): Promise<void> {
    const answer = await fetch(`${this.cmsUrl}/upload/actions/bulk-delete`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ fileIds }),
    });
    if (!answer.ok) throw new Error(`Deleting uploads was answered with ${answer.status}: ${await answer.text()}`);
  }

  /** Changes settings of comments in the practice; some of them need the password. */
  async setComments(change: Record<string, unknown>): Promise<void> {
    const { data } = await this.ask<{ data: { comments: Record<string, unknown> | null } }>(
      'GET',
      'single-types/api::practice.practice',
    );
    await this.send('PUT', 'single-types/api::practice.practice', {
      comments: { ...data.comments, ...change },
      currentPassword: this.password,
    });
  }

  /** Says until when the counsellor is away (ISO 8601); null: she is here. */
  async setAway(awayUntil: string | null, awayMessage: string | null = null): Promise<void> {
    await this.send('PUT', 'single-types/api::practice.practice', { awayUntil, awayMessage });
  }

  /** Changes fields of the practice. */
  async setPractice(fields: Record<string, unknown>): Promise<void> {
    await this.send('PUT', 'single-types/api::practice.practice', fields);
  }

  /** Says in which time zone (IANA) the practice is. */
  async setTimeZone(timeZone: string): Promise<void> {
    await this.send('PUT', 'single-types/api::practice.practice', { timeZone });
  }

  /** Fetches from an endpoint of the admin, below `/quiet-room`; returns the response's `data`. */
  async fetch<T>(schema: Schema<T>, path: string): Promise<T> {
    return schema.parse(await this.request(path));
  }

  /** Posts to an endpoint of the admin, below `/quiet-room`; returns the response's `data`. */
  async post<T>(schema: Schema<T>, path: string, body: object = {}): Promise<T> {
    return schema.parse(await this.request(path, body));
  }

  /** Opens a comment in the admin and decides the version read; resolves after the commit. */
  async decide(number: number, decision: ModerationDecision): Promise<void> {
    const { version, state } = await this.openComment(number);
    const comments = [{ number, version, state }];
    const sent = { decision, comments, confirmed: true };
    const { outcomes } = await this.post(moderationOutcomes, '/comments/decide', sent);
    if (outcomes[0]?.status !== 'done')
      throw new Error(`Comment ${number} was not decided: ${JSON.stringify(outcomes)}`);
  }

  /** Answers a comment as the counsellor, on the page at once; returns the reply's number. */
  async reply(number: number, text: string): Promise<number> {
    const { version, state } = await this.openComment(number);
    const nonce = randomBytes(16).toString('base64url');
    const sent = { version, state, nonce, text, confirmed: true };
    const { outcome, reply } = await this.post(replyOutcome, `/comments/${number}/reply`, sent);
    if (reply === null) throw new Error(`Comment ${number} was not answered: ${JSON.stringify(outcome)}`);
    return reply;
  }

  openComment(number: number): Promise<OpenedComment> {
    return this.post(openedComment, `/comments/${number}/open`);
  }

  private async request(path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.cmsUrl}/quiet-room${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { data: unknown }).data;
  }

  private async send(method: string, path: string, body: unknown): Promise<{ documentId: string }> {
    return (await this.ask<{ data: { documentId: string } }>(method, path, body)).data;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.cmsUrl}/content-manager/${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
