import { expect, test } from 'vitest';
import '../app/i18n';
import i18n from 'i18next';
import { whyOf } from './access-why';

test('says in words why a record was read, and never its code', async () => {
  await i18n.changeLanguage('it');
  const t = i18n.getFixedT('it');
  expect(whyOf('read-diary', t)).toBe('diario letto');
  expect(whyOf('disclose-contacts:contactPerson', t)).toBe('Recapiti in chiaro: contattare la persona');
  expect(whyOf('list; rows=267; format=xlsx', t)).toBe('elenco filtrato · 267 righe · XLSX');
  expect(whyOf('indicators; rows=1', t)).toBe('indicatori · 1 riga');
  expect(whyOf('something-new', t)).toBe('something-new');
});
