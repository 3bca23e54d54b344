import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './checkout.mjs';
import { exitWithError, printLine } from './console.mjs';

const timeoutMs = 30_000;
/** OSV takes up to a thousand packages in one request. */
const batchSize = 1000;
/** @see https://google.github.io/osv.dev/api/ */
const osvUrl = 'https://api.osv.dev';

/**
 * Returns the packages of a pnpm lockfile.
 * @param {string} lockfile its text
 * @returns {{ name: string, version: string }[]}
 */
export function packagesIn(lockfile) {
  const [, section = ''] = /^packages:\n([^]*?)^\S/m.exec(`${lockfile}\nend`) ?? [];
  return [...section.matchAll(/^ {2}'?(@?[^@\s']+)@([^\s'():]+)'?:$/gm)].map(([, name, version]) => ({
    name,
    version,
  }));
}

async function ask(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

/** Asks OSV; returns one line for each weakness. */
export async function askOsv(packages, url = osvUrl) {
  const findings = [];
  for (let at = 0; at < packages.length; at += batchSize) {
    const batch = packages.slice(at, at + batchSize);
    const queries = batch.map(({ name, version }) => ({ package: { name, ecosystem: 'npm' }, version }));
    const { results } = await ask(`${url}/v1/querybatch`, { queries });
    results.forEach(({ vulns = [] }, i) => {
      for (const { id } of vulns)
        findings.push(`${batch[i].name} ${batch[i].version}: ${id} (https://osv.dev/vulnerability/${id})`);
    });
  }
  return findings;
}

/** Asks the registry that packages are installed from, as `npm audit` does; returns one line for each weakness. */
export async function askRegistry(packages, registry) {
  const versions = {};
  for (const { name, version } of packages) (versions[name] ??= []).push(version);
  const advisories = await ask(`${registry.replace(/\/$/, '')}/-/npm/v1/security/advisories/bulk`, versions);
  return Object.entries(advisories).flatMap(([name, list]) =>
    list.map(
      ({ title, severity, vulnerable_versions: range, url }) => `${name} ${range}: ${title}, ${severity} (${url})`,
    ),
  );
}

const configuredRegistry = () =>
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['config', 'get', 'registry'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();

/**
 * Asks one source after the other until one answers.
 * @param {{ name: string, ask: () => Promise<string[]> }[]} sources
 * @returns {Promise<{ source: string | null, findings: string[], failures: string[] }>} `source` is null if none did
 */
export async function firstAnswer(sources) {
  const failures = [];
  for (const { name, ask: askSource } of sources) {
    try {
      return { source: name, findings: await askSource(), failures };
    } catch (error) {
      failures.push(`${name} did not answer (${error.cause?.code ?? error.message}).`);
    }
  }
  return { source: null, findings: [], failures };
}

/**
 * `npm run audit`: compares the lockfile with the known weaknesses of packages. Exit codes: 0 none, 1 some, 2 nobody
 * could be asked.
 */
export async function runAudit() {
  try {
    const packages = packagesIn(readFileSync(inRoot('pnpm-lock.yaml'), 'utf8'));
    const { source, findings, failures } = await firstAnswer([
      { name: 'OSV (osv.dev)', ask: () => askOsv(packages) },
      { name: 'The npm registry', ask: () => askRegistry(packages, configuredRegistry()) },
    ]);
    failures.forEach((line) => printLine(line));
    if (source === null) {
      printLine('Nothing was checked: try again from a machine that can reach one of them.');
      process.exitCode = 2;
      return;
    }
    findings.forEach((line) => printLine(line));
    const count = findings.length === 0 ? 'no known weaknesses' : `known weaknesses: ${findings.length}`;
    printLine(`${packages.length} packages, ${count} (${source}).`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  } catch (error) {
    exitWithError(error);
  }
}
