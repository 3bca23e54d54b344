import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { registerStop } from './running.ts';

/** How the mail server misbehaves during one connection. */
export type Fault =
  /** Replies with this code and closes, instead of a greeting. */
  | { greetingWith: 421 | 554 }
  /** Replies with this code to RCPT. */
  | { recipientWith: 421 | 450 | 550 | 552 }
  /** Replies with this code after DATA. */
  | { dataWith: 451 | 552 | 554 }
  | 'hang before greeting'
  | 'hang in data'
  /** Accepts the email, but closes the connection before it replies. */
  | 'drop after data'
  /** Delays each reply by `slowness`. */
  | 'slow';

/** An email as it arrived. */
export interface Arrived {
  /** The recipients of the envelope. */
  to: string[];
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** The addresses of the links in the HTML. */
  links: string[];
  /** The raw message. */
  raw: string;
  parsed: ParsedMail;
}

const replyWith = (code: number): Error =>
  Object.assign(new Error(code < 500 ? 'Try again later' : 'Not here'), { responseCode: code });

/** Returns the code that a fault replies with at that moment, or null. */
const codeAt = (moment: 'greetingWith' | 'recipientWith' | 'dataWith', fault?: Fault | null): number | null =>
  typeof fault === 'object' && fault !== null
    ? ((fault as Partial<Record<typeof moment, number>>)[moment] ?? null)
    : null;

const arrived = async (bytes: Buffer, to: string[]): Promise<Arrived> => {
  const parsed = await simpleParser(bytes);
  const html = parsed.html === false || parsed.html === undefined ? '' : parsed.html;
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  return {
    to,
    messageId: parsed.messageId ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html,
    links,
    raw: bytes.toString('utf8'),
    parsed,
  };
};

/** A real SMTP server that keeps emails and misbehaves on request. */
export class Mailbox {
  private readonly got: Arrived[] = [];
  private readonly faults: Fault[] = [];
  private readonly meets = new Map<string, Fault>();
  private server: SMTPServer | null = null;
  /** Milliseconds. */
  slowness = 300;
  /** The fault of connections that `misbehave` does not determine. */
  usual: Fault | null = null;
  /** The number of connections, also of failed ones. */
  connections = 0;

  private constructor(
    public port: number,
    private readonly offersTls: boolean,
  ) {}

  /** Opens a server on a free port of 127.0.0.1, with STARTTLS and a self-signed certificate unless told otherwise. */
  static async open({ offersTls = true } = {}): Promise<Mailbox> {
    const mailbox = new Mailbox(0, offersTls);
    await mailbox.listen();
    registerStop(() => mailbox.close());
    return mailbox;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Returns the emails in order of arrival. */
  emails(): readonly Arrived[] {
    return this.got;
  }

  emailsTo(address: string): Arrived[] {
    return this.got.filter(({ to }) => to.includes(address));
  }

  /** Resolves with the newest email to an address once there are `count`; rejects with a list of all after `within` ms. */
  async emailTo(address: string, { count = 1, within = 15_000 } = {}): Promise<Arrived> {
    await this.until(() => this.emailsTo(address).length >= count, `${count} email(s) to ${address}`, within);
    const email = this.emailsTo(address).at(-1);
    if (!email) throw new Error(`No email to ${address}.`);
    return email;
  }

  async until(come: () => boolean, what: string, within = 15_000): Promise<void> {
    for (const end = Date.now() + within; !come(); await pause(25)) {
      if (Date.now() > end) {
        throw new Error(
          `${what} did not come within ${within} ms. There are: ${this.got.map(({ to, subject }) => `“${subject}” to ${to.join()}`).join('; ') || 'none'}.`,
        );
      }
    }
  }

  /** Deletes all emails. */
  empty(): void {
    this.got.length = 0;
  }

  /** Sets the faults of the next connections, one each; later ones succeed. */
  misbehave(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  /** Stops the server: connections are refused. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const { session } of server.connections) this.cut(session, server);
    });
  }

  /** Starts the server again on the same port. */
  async listen(): Promise<void> {
    const server = this.create();
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', () => resolve());
    });
    // From here on, a client that disconnects early is not an error.
    server.removeAllListeners('error');
    server.on('error', () => undefined);
    const address = server.server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }

  private cut(session: SMTPServerSession, server = this.server): void {
    for (const connection of server?.connections ?? [])
      if (connection.session === session) connection._socket.destroy();
  }

  private async slowly(session: SMTPServerSession): Promise<void> {
    if (this.meets.get(session.id) === 'slow') await pause(this.slowness);
  }

  private create(): SMTPServer {
    return new SMTPServer({
      // smtp-server would warn about its bundled certificate.
      logger: false,
      authOptional: true,
      hideSTARTTLS: !this.offersTls,
      closeTimeout: 1_000,
      onConnect: (session, answer) => {
        this.connections += 1;
        const fault = this.faults.shift() ?? this.usual;
        if (fault) this.meets.set(session.id, fault);
        if (fault === 'hang before greeting') return;
        const code = codeAt('greetingWith', fault);
        if (code !== null) return answer(replyWith(code));
        void this.slowly(session).then(() => answer());
      },
      onRcptTo: (_address, session, answer) => {
        const code = codeAt('recipientWith', this.meets.get(session.id));
        if (code !== null) return answer(replyWith(code));
        void this.slowly(session).then(() => answer());
      },
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.take(Buffer.concat(chunks), session, answer));
      },
      onClose: (session) => void this.meets.delete(session.id),
    });
  }

  private async take(bytes: Buffer, session: SMTPServerSession, answer: (error?: Error | null) => void): Promise<void> {
    const fault = this.meets.get(session.id);
    if (fault === 'hang in data') return;
    const code = codeAt('dataWith', fault);
    if (code !== null) return answer(replyWith(code));
    await this.slowly(session);
    this.got.push(
      await arrived(
        bytes,
        session.envelope.rcptTo.map(({ address }) => address),
      ),
    );
    if (fault === 'drop after data') return this.cut(session);
    answer();
  }
}
