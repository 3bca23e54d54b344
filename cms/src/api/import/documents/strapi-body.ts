import type { NeutralBlock, NeutralPost } from '#src/api/import/source';

interface Text {
  type: 'text';
  text: string;
}

/** The part of Strapi's rich text that an import makes: https://docs.strapi.io/cms/features/content-manager */
export type StrapiBlock =
  | { type: 'paragraph' | 'quote'; children: Text[] }
  | { type: 'heading'; level: 2 | 3; children: Text[] }
  | { type: 'list'; format: 'ordered' | 'unordered'; children: { type: 'list-item'; children: Text[] }[] };

const textNode = (text: string): Text[] => [{ type: 'text', text }];

function toStrapiBlock(block: NeutralBlock): StrapiBlock {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', level: block.level, children: textNode(block.text) };
    case 'list':
      return {
        type: 'list',
        format: block.ordered ? 'ordered' : 'unordered',
        children: block.items.map((item) => ({ type: 'list-item', children: textNode(item) })),
      };
    default:
      return { type: block.kind, children: textNode(block.text) };
  }
}

/** Returns the body as Strapi's editor would store it; a P.S. becomes its last paragraph. */
export function toStrapiBody({ body, postscript }: Pick<NeutralPost, 'body' | 'postscript'>): StrapiBlock[] {
  const closing: NeutralBlock[] = postscript ? [{ kind: 'paragraph', text: postscript }] : [];
  return [...body, ...closing].map(toStrapiBlock);
}
