import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choiceWords } from '#src/admin/translations/choices';
import { words } from '#src/admin/translations/index';

const model = z.object({ attributes: z.record(z.string(), z.object({ enum: z.array(z.string()).optional() })) });
const texts = z.record(z.string(), z.string());

/** A translation file of a package of Strapi, which its exports do not name. */
const english = async (resolveFrom: string, name: string, folder: string): Promise<Record<string, string>> => {
  const manifest = createRequire(resolveFrom).resolve(`${name}/package.json`);
  const file = path.join(path.dirname(manifest), 'dist/admin', folder, 'translations/en.json.mjs');
  const loaded = (await import(pathToFileURL(file).href)) as { default: unknown };
  return texts.parse(loaded.default);
};

const prefixed = (prefix: string, given: Record<string, string>): [string, string][] =>
  Object.entries(given).map(([key, text]) => [`${prefix}.${key}`, text]);

/** What a counsellor should not have to know. Whole words, in any case. */
const technical =
  /\b(api|assets?|attributes?|cmd|collection types?|components?|content[- ]types?|ctrl|documents?|entit(y|ies)|entr(y|ies)|focal|identical values|boolean|carriage|invalids?|integer|json|locales?|metadata|model|regex|relations?|relational|schemas?|server|single[- ]types?|elements?|media|modal|urls?|slug|strapi|string|superior|uid|unpublish\w*|validation|whoops|widgets?)\b/i;

/** What only the emergency account or nobody meets: Strapi's settings, tours, paid features and other plugins. */
const elsewhere = [
  /^(Settings\.(?!profile|sessions)|Roles|Content Type|tours)/,
  /^app\.components\.(Blocks|BlockLink|FreeTrial|[Gg]uided[Tt]our|HomePage|Market[Pp]lace|NpsSurvey|PluginCard|Upsell)/,
  /^(components\.(AutoReload|OverlayBlocker)|content-type|global\.plugins|widget\.|HomePage\.widget\.deploy)/,
  /^notification\.(ee|success\.(api|admin|transfer)|version)/,
  /^content-manager\.(components\.FieldItem|containers\.(.*[Ss]etting|list-settings)|form\.Input\.(?!hint)|history\.)/,
  /^upload\.settings\./,
];

const loadStrapi = async (): Promise<Map<string, string>> => {
  const strapi = createRequire(__filename).resolve('@strapi/strapi/package.json');
  return new Map([
    ...Object.entries(await english(strapi, '@strapi/admin', 'admin/src')),
    ...prefixed('content-manager', await english(strapi, '@strapi/content-manager', '')),
    ...prefixed('upload', await english(strapi, '@strapi/upload', '')),
  ]);
};

describe('the words of the admin', () => {
  it('replace every text of Strapi that has a technical word, wherever the counsellor can meet it', async () => {
    const left = [...(await loadStrapi()), ...Object.entries(words)]
      .filter(([key]) => !elsewhere.some((pattern) => pattern.test(key)))
      .map(([key, text]) => [key, words[key] ?? text] as const)
      // What stands in braces are the names of values.
      .filter(([, text]) => technical.test(text.replace(/\{\w+(, (plural|select))?/g, '')));
    expect(Object.fromEntries(left)).toEqual({});
  });

  it('name every choice of a field that is not in plain words', () => {
    const choices = new Set(
      globSync('{api/*/content-types/{author,page,post,practice,topic,workshop}/schema,components/*/*}.json', {
        cwd: __dirname,
      }).flatMap((file) =>
        Object.values(model.parse(JSON.parse(readFileSync(path.join(__dirname, file), 'utf8'))).attributes).flatMap(
          (attribute) => attribute.enum ?? [],
        ),
      ),
    );
    expect(Object.keys(choiceWords).filter((choice) => !choices.has(choice))).toEqual([]);
    // Names, such as Scotland, need none.
    const named = [...choices].filter((choice) => !/^[A-Z][A-Za-z ]+$/.test(choice));
    expect(named.filter((choice) => !(choice in choiceWords))).toEqual([]);
  });

  it('replace texts that Strapi has', async () => {
    const strapi = await loadStrapi();
    const unknown = Object.keys(words).filter(
      (key) =>
        !strapi.has(key) &&
        !key.startsWith('quiet-room.') &&
        !(key in choiceWords) &&
        !/^content-manager\.plugin|^(en|dark)$/.test(key) &&
        !/^upload\.(form\.input\.label\.(file|folder)-|modal\.(edit|folder|upload-list\.sub-header\.add-folder))/.test(
          key,
        ),
    );
    expect(unknown).toEqual([]);
  });
});
