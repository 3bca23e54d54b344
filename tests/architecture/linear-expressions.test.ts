import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { adversarialStrings } from '../support/adversarial-strings.ts';

/**
 * Every regular expression of the product takes time linear in the length of the text: one that doesn't lets anybody
 * stop the process with a comment. A text of 20,000 characters is four times the longest that a form accepts.
 */
const characters = 20_000;
/** A linear expression takes a millisecond, a quadratic one of the same length half a second. CPU time, in milliseconds. */
const limitMs = 120;

const top = path.resolve(import.meta.dirname, '../..');
const folders = ['shared/src', 'cms/src', 'cms/config', 'web/server', 'web/shared', 'web/app', 'web/client'];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return filesBelow(file);
    return /\.(ts|tsx|vue)$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name) ? [file] : [];
  });

/** The scripts of a component, or the whole file. */
const scriptOf = (file: string): string => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;
};

interface Found {
  where: string;
  expression: RegExp;
}

/** The value of a text that is put together of texts without variables; null for others. */
const constantText = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node)) return null;
  const [left, right] = [constantText(node.left), constantText(node.right)];
  return left === null || right === null ? null : left + right;
};

const expressionsIn = (file: string): Found[] => {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Found[] = [];
  const add = (node: ts.Node, pattern: string, flags: string): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({
      where: `${path.relative(top, file)}:${line} ${node.getText().slice(0, 80)}`,
      expression: new RegExp(pattern, flags),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      const text = pattern ? constantText(pattern) : null;
      if (text !== null) add(node, text, flags && ts.isStringLiteralLike(flags) ? flags.text : '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const all = folders.flatMap((folder) => filesBelow(path.join(top, folder)).flatMap(expressionsIn));

/** Returns the CPU time of the fastest of three attempts, so that a busy machine changes nothing. */
const msFor = (expression: RegExp, text: string): number => {
  const searching = new RegExp(expression.source, [...new Set(`${expression.flags}g`)].join('').replace('y', ''));
  let fastest = Infinity;
  for (let attempt = 0; attempt < 3 && fastest > limitMs; attempt += 1) {
    const before = process.cpuUsage();
    text.replace(searching, '');
    const { user, system } = process.cpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
};

describe('every regular expression', () => {
  it('is found', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.some(({ where }) => where.startsWith('cms/src/api/comment/domain/care/sentences.ts'))).toBe(true);
  });

  it('takes linear time for at least twenty texts that are made to slow it down', () => {
    const slow: string[] = [];
    for (const { where, expression } of all) {
      const texts = adversarialStrings(expression, characters);
      expect(texts.length, where).toBeGreaterThanOrEqual(20);
      const worst = texts.find((text) => msFor(expression, text) > limitMs);
      if (worst !== undefined)
        slow.push(`${where} — ${JSON.stringify(worst.slice(0, 24))}…${JSON.stringify(worst.slice(-4))}`);
    }
    expect(slow).toEqual([]);
  }, 120_000);

  it('is recognised when it is not linear', () => {
    const quadratic = /[.!?…;]+(?=\s|$)/u;
    expect(adversarialStrings(quadratic, characters).some((text) => msFor(quadratic, text) > limitMs)).toBe(true);
  });
});
