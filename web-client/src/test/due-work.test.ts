import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { matchRoutes } from 'react-router';
import { expect, test } from 'vitest';
import { modules as features } from '../app/modules';
import { appRoutes } from '../app/router';

/** The codes that the modules of the server emit, read from their sources: each must have its words here. */
const modules = resolve(__dirname, '../../../modules');
const src = resolve(__dirname, '..');
const files = readdirSync(modules, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.cs'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !file.startsWith(join(modules, 'Shared')))
  .map((file) => ({ file: relative(modules, file), code: readFileSync(file, 'utf8') }));
const due = files.filter(({ code }) => /\bclass\s+\w+[^;{]*:[^;{]*\bIDueWorkSource\b/.test(code));
const finders = files.filter(({ code }) => /\bclass\s+\w+[^;{]*:[^;{]*\bISearchSource\b/.test(code));

const all = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map((match) => match[1]!);
/** Written at the task or the counter itself. */
const tasks = (code: string) => [...all(code, /new DueTask\(\s*"([\w.-]+)"/g), ...all(code, /tasks\.Add\(new\(\s*"([\w.-]+)"/gi)];
const counters = (code: string) => [...all(code, /new DueCounter\(\s*"([\w.-]+)"/g), ...all(code, /(?:counters\.\w+\((?:\d+,\s*)?|\[)new\(\s*"([\w.-]+)"/gi)];
/** Chosen by a switch or a table of kinds: it may then be of a task and of a counter. */
const both = (code: string) => [...all(code, /\(\w*Due\.\w+,\s*"([\w.-]+)"\)/g), ...all(code, /=>\s*"([a-z-]+\.[\w-]+)"/g)];

function texts(path: string): (key: string) => boolean {
  const root = JSON.parse(readFileSync(join(src, path), 'utf8')) as Record<string, unknown>;
  return (key) => typeof key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], root) === 'string';
}

test.each(['it', 'en'])('every kind of due work has its words (%s)', (language) => {
  const has = texts(`features/today/locales/${language}.json`);
  const missing: string[] = [];
  for (const { file, code } of due) {
    const shared = both(code);
    const kinds = [...tasks(code), ...shared];
    const counted = [...counters(code), ...shared];
    expect([...kinds, ...counted], `${file} emits no code that this test can read`).not.toEqual([]);
    for (const kind of kinds) for (const key of [`kind.${kind}`, `action.${kind}`]) if (!has(key)) missing.push(`${file}: ${key}`);
    for (const kind of counted) for (const key of [`counter.${kind}_one`, `counter.${kind}_other`]) if (!has(key)) missing.push(`${file}: ${key}`);
  }
  expect(due.length).toBeGreaterThan(0);
  expect([...new Set(missing)]).toEqual([]);
});

test.each(['it', 'en'])('every kind of notification has its words (%s)', (language) => {
  const has = texts(`app/locales/${language}.json`);
  const kinds = files.flatMap(({ code }) => all(code, /\bNotifyAsync\([^;]*?"([a-z][\w-]*\.[\w-]+)"/g));
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => !has(`notifications.kind.${kind}`))).toEqual([]);
});

test.each(['it', 'en'])('every kind of record that the search finds has its name (%s)', (language) => {
  const has = texts(`app/locales/${language}.json`);
  const kinds = finders.flatMap(({ code }) => all(code, /new(?: Found)?\(\s*"([a-z-]+)",/g));
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => !has(`search.kind.${kind}`))).toEqual([]);
});

/** Pages that a task, a counter or a result of the search leads to, with a value in the place of what is known only at run time. */
const links = [...due, ...finders].flatMap(({ file, code }) =>
  all(code, /"(\/[a-z][^"\s]*)/g).map((link) => {
    const [path = '', query = ''] = link.split(/[?#]/);
    return { file, path: path.replace(/\{[^}]*\}/g, '1'), names: all(query, /(?:^|&)([a-zA-Z]+)=/g) };
  }),
);
/** A section such as `/companies/calls` owns its pages before the module that it is under. */
const owner = (path: string) =>
  features.filter((module) => module.path !== '/' && `${path}/`.startsWith(`${module.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];

test('what is due and what is found leads to pages of the client', () => {
  expect(links.length).toBeGreaterThan(0);
  const lost = links.filter(({ path }) => owner(path) && matchRoutes(appRoutes(), path)?.at(-1)?.route.path === '*');
  expect(lost.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
});

test('the lists know the filters of the counters', () => {
  const unknown = links.flatMap(({ file, path, names }) => {
    const module = owner(path);
    if (!module) return [];
    const folder = join(src, 'features', module.label.split(':')[0]!);
    const code = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    return names.filter((name) => name !== 'sort' && name !== 'q' && !new RegExp(`['"\`.]${name}\\b|\\b${name}\\??:`).test(code)).map((name) => `${file}: ${path}?${name}`);
  });
  expect(unknown).toEqual([]);
});

test.each(['it', 'en'])('every reading says in the log what it was for (%s)', (language) => {
  const has = texts(`app/locales/${language}.json`);
  const statements = files.flatMap(({ code }) => [...all(code, /audit\.(?:Reads|Lists)\("[a-z-]+",([^;]+);/g), ...all(code, /new (?:Name|Find)Payees\(([^;]+);/g), ...all(code, /const string Purpose =([^;]+);/g)]);
  const purposes = [...new Set(statements.flatMap((statement) => all(statement, /"([a-z]+(?:-[a-z]+)*)"/g)))];
  expect(purposes.length).toBeGreaterThan(30);
  expect(purposes.filter((purpose) => !has(`accessWhy.of.${purpose}`))).toEqual([]);
});

test.each(['it', 'en'])('what a reading was for is said on the screen as in the copy for the person (%s)', (language) => {
  const has = texts(`app/locales/${language}.json`);
  const words = files.find(({ file }) => file.endsWith('AccessWords.cs'))!.code;
  const purposes = all(words.slice(words.indexOf('Purposes =>'), words.indexOf('Disclosures =>')), /\("([a-z]+(?:-[a-z]+)*)"/g);
  expect(purposes.length).toBeGreaterThan(30);
  expect(purposes.filter((purpose) => !has(`accessWhy.of.${purpose}`))).toEqual([]);
});
