// Preloaded (`node --require`) into the processes of the CMS that tests start. A start asks the disk for the places of
// three thousand modules, which is a sixth of its work; they are the same for all starts of a run. The file
// KNOWN_MODULES has them: by the folder of the module that asks, what it asks for and what was found. Without the file,
// this process looks for its modules as ever, and writes it when it is told to end.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';

const file = process.env.KNOWN_MODULES ?? '';
const isKnown = existsSync(file);
const found = isKnown ? JSON.parse(readFileSync(file, 'utf8')) : {};

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveOnce(request, parent, isMain, options) {
  if (options !== undefined || !parent?.path) return resolve.call(this, request, parent, isMain, options);
  const inFolder = (found[parent.path] ??= {});
  return (inFolder[request] ??= resolve.call(this, request, parent, isMain));
};

if (!isKnown) process.once('SIGTERM', () => writeFileSync(file, JSON.stringify(found)));
