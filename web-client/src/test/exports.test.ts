import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(__dirname, '../..');
const code = ['src', 'e2e']
  .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'schema.d.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** How often each word stands in the client. */
const words = new Map<string, number>();
for (const text of code) for (const [word] of text.matchAll(/\w+/g)) words.set(word, (words.get(word) ?? 0) + 1);

test('whatever is exported is named somewhere else too', () => {
  const exported = code.flatMap((text) => [...text.matchAll(/^export (?:default )?(?:async )?(?:function|const|class|type|interface) (\w+)/gm)].map((match) => match[1]!));

  expect(exported.length).toBeGreaterThan(100);
  expect(exported.filter((name) => words.get(name) === 1)).toEqual([]);
});
