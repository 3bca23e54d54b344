import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseCoding, type Coding, codings, namesEtag } from '#server/http/negotiation';
import type { Entry, Form } from './entry';

/** Readers send a few dozen different `Accept-Encoding` headers; whoever sends more of them is only remembered less. */
const remembered = 200;
const chosen = new Map<string, Coding>();

function codingFor(header: string): Coding {
  const before = chosen.get(header);
  if (before) return before;
  const coding = chooseCoding(header, codings);
  if (chosen.size < remembered) chosen.set(header, coding);
  return coding;
}

function formFor(entry: Entry, header: string | undefined): Form {
  const { forms } = entry;
  if (header === undefined) return forms.identity;
  const wanted = forms[codingFor(header)];
  if (wanted) return wanted;
  return (
    forms[
      chooseCoding(
        header,
        codings.filter((coding) => forms[coding]),
      )
    ] ?? forms.identity
  );
}

/** Sends a kept answer in the form that suits this reader, or 304 where the reader has it. Takes no other header into account. */
export function answer(req: IncomingMessage, res: ServerResponse, entry: Entry): void {
  const form = formFor(entry, req.headers['accept-encoding']);
  if (entry.status === 200 && namesEtag(req.headers['if-none-match'], form.etag)) {
    res.writeHead(304, form.notModified as string[]);
    res.end();
    return;
  }
  res.writeHead(entry.status, form.headers as string[]);
  if (req.method === 'HEAD') res.end();
  else res.end(form.body);
}
