import type { Core } from '@strapi/strapi';

const output = Symbol.for('message');

/** Collects what a CMS in this process writes to its log, line by line, as it is printed. */
export const collectLog = (strapi: Core.Strapi): string[] => {
  const lines: string[] = [];
  strapi.log.on('data', (info: Record<symbol, unknown>) => lines.push(String(info[output])));
  return lines;
};
