import { inflateSync } from 'node:zlib';

const headerBytes = { woff: 44, sfnt: 12 };
const entryBytes = { woff: 20, sfnt: 16 };

/**
 * The font in a WOFF file (W3C, WOFF 1.0) as OpenType, in which nothing is packed. The reader of fonts unpacks with a
 * decoder of its own whenever it needs a table: most of the time that a certificate took went there. Throws for a file
 * that is no WOFF.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.');
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(headerBytes.sfnt + count * entryBytes.sfnt);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [];
  let end = header.length;
  for (let index = 0; index < count; index++) {
    const from = headerBytes.woff + index * entryBytes.woff;
    const [offset, packed, length] = [
      woff.readUInt32BE(from + 4),
      woff.readUInt32BE(from + 8),
      woff.readUInt32BE(from + 12),
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const to = headerBytes.sfnt + index * entryBytes.sfnt;
    woff.copy(header, to, from, from + 4);
    woff.copy(header, to + 4, from + 16, from + 20);
    header.writeUInt32BE(end, to + 8);
    header.writeUInt32BE(length, to + 12);
    // A table that packing would not make smaller stands there as it is; each begins at a multiple of four.
    tables.push(packed === length ? bytes : inflateSync(bytes), Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat([header, ...tables]);
}
