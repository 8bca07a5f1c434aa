import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = resolve(__dirname, '..');
const languages = ['it', 'en'] as const;
type Keys = Map<string, string>;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function flat(texts: object, prefix = '', into: Keys = new Map()): Keys {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') into.set(prefix + key, value);
    else flat(value as object, `${prefix}${key}.`, into);
  }
  return into;
}

const folders = new Map<string, string>([['common', join(src, 'app/locales')]]);
for (const feature of readdirSync(join(src, 'features'))) {
  const folder = join(src, 'features', feature, 'locales');
  if (existsSync(folder)) folders.set(feature, folder);
}
const texts = new Map([...folders].map(([namespace, folder]) => [namespace, Object.fromEntries(languages.map((language) => [language, flat(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as object)])) as Record<(typeof languages)[number], Keys>]));

const plural = /_(one|other|many|zero|two|few)$/;
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!).sort().join();

const sources = files(src)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|schema\.d\.ts$/.test(file))
  .map((file) => ({ file: relative(src, file), code: readFileSync(file, 'utf8') }));

interface Use {
  file: string;
  namespace: string;
  key: string;
  /** The key goes on with a value that is known only at run time. */
  open: boolean;
}

/** Every `t('…')`, `t([...])` and namespaced literal; a key without namespace belongs to the file's `useTranslation('…')`. */
function uses(): Use[] {
  return sources.flatMap(({ file, code }) => {
    const own = /(?:useTranslation\(\s*\[?|getFixedT\(\s*\w+,\s*)['"]([\w-]+)['"]/.exec(code)?.[1] ?? 'common';
    const found: Use[] = [];
    const add = (literal: string) => {
      const [, namespace = own, rest = ''] = /^(?:([\w-]+):)?(.*)$/.exec(literal) ?? [];
      const cut = rest.indexOf('${');
      found.push({ file, namespace, key: cut < 0 ? rest : rest.slice(0, cut), open: cut >= 0 });
    };
    for (const call of code.matchAll(/(?<![\w.])(?:i18next\.|i18n\.)?t\(\s*(?:\[([^\]]*)\]|((?:[^()'"`]|\([^()]*\))*\?\s*)?(['"`])((?:(?!\3).)*)\3(?:\s*:\s*(['"`])((?:(?!\5).)*)\5)?)/g)) {
      if (call[1] !== undefined) for (const part of call[1].matchAll(/(['"`])((?:(?!\1).)*)\1/g)) add(part[2]!);
      else {
        if (call[4] !== undefined) add(call[4]);
        if (call[6] !== undefined) add(call[6]);
      }
    }
    // Keys handed over in data, such as the label of a module.
    // Rights look the same and are told by what stands before them: `right: 'reports:read'`, `useRight('…')`, `rights.includes('…')`.
    for (const literal of code.matchAll(/(?<!rights?(?:[:=]|\.includes\(|\()\s*\{?)(['"`])([a-z][\w-]*:[a-zA-Z][\w.${}-]*)\1/gi)) if (texts.has(literal[2]!.split(':')[0]!)) add(literal[2]!);
    return found;
  });
}

const has = (keys: Keys, { key, open }: Use) => (open ? [...keys.keys()].some((known) => known.startsWith(key)) : keys.has(key) || keys.has(`${key}_other`));

describe('texts', () => {
  test.each([...folders.keys()])('%s says the same things in both languages', (namespace) => {
    const { it, en } = texts.get(namespace)!;
    expect([...it.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !it.has(key))).toEqual([]);
    expect([...it].filter(([key, text]) => placeholders(text) !== placeholders(en.get(key) ?? '')).map(([key]) => key)).toEqual([]);
    expect([...it, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each([...folders.keys()])('%s has both plurals', (namespace) => {
    for (const keys of Object.values(texts.get(namespace)!)) {
      const broken = [...keys.keys()].filter((key) => key.endsWith('_one') && !keys.has(key.replace(plural, '_other')));
      expect(broken).toEqual([]);
    }
  });

  test('every key that the code uses exists', () => {
    const all = uses();
    expect(all.length).toBeGreaterThan(100);
    const missing = all.filter((use) => !texts.get(use.namespace) || !languages.every((language) => has(texts.get(use.namespace)![language], use)));
    expect(missing.map((use) => `${use.file}: ${use.namespace}:${use.key}`)).toEqual([]);
  });

  test('every namespace is used, and every text in it', () => {
    const all = uses();
    for (const [namespace, { it }] of texts) {
      const mine = all.filter((use) => use.namespace === namespace);
      expect(mine.length, `${namespace} is not used`).toBeGreaterThan(0);
      const unused = [...it.keys()].map((key) => key.replace(plural, '')).filter((key) => !mine.some((use) => (use.open ? key.startsWith(use.key) : key === use.key)));
      expect([...new Set(unused)].map((key) => `${namespace}:${key}`)).toEqual([]);
    }
  });

  test('what stands alone under a field begins with a capital', () => {
    // Under a label (`help={t('…')}`) or as a line of its own; where the day of the next call comes from is chosen among several.
    const under = sources.flatMap(({ file, code }) => {
      const own = /useTranslation\(\s*\[?['"]([\w-]+)['"]/.exec(code)?.[1] ?? 'common';
      const alone = [...code.matchAll(/(?:help=\{t\('([\w.]+)'|className="hint"[^>]*>\s*\{t\('([\w.]+)'\)\}\s*<\/)/g)].map((match) => match[1] ?? match[2]!);
      const chosen = [...(/function NextHint[\s\S]*?\n}/.exec(code)?.[0] ?? '').matchAll(/t\('(\w+)'/g)].map((match) => match[1]!);
      return [...alone, ...chosen].map((key) => ({ file, own, key }));
    });
    expect(under.filter(({ own, key }) => own === 'call-list' && /^(next|in)[A-Z]/.test(key))).toHaveLength(6);
    const small = under.flatMap(({ own, key }) =>
      languages.flatMap((language) => [...(texts.get(own)?.[language] ?? [])].filter(([name, text]) => (name === key || name.replace(plural, '') === key) && /^\p{Ll}/u.test(text)).map(([name]) => `${language} ${own}:${name}`)),
    );
    expect(small).toEqual([]);
  });
});
