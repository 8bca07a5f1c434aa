import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from './locales/en.json';
import it from './locales/it.json';

const folder = '../modules/Internships/Rules';
const codes = readdirSync(folder).flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/Code => "internship\.([a-z-]+)"/g)].map((match) => match[1]!));

test.each([['it', it], ['en', en]] as const)('in %s every rule that may be set aside or change has a name', (_, words) => {
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in words.ruleName.internship))).toEqual([]);
});
