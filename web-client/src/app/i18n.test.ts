import i18next from 'i18next';
import { expect, test } from 'vitest';
import { switchLanguage } from './i18n';

test('a count in a sentence is written as in a table, in the language of the screen', async () => {
  expect(i18next.t('today:summary', { count: 26645 })).toBe('26.645 cose da fare');
  expect(i18next.t('common:table.shownOf', { count: 1250, total: '45.000' })).toBe('1.250 di 45.000');
  expect(i18next.t('common:table.selected', { count: 1 })).toBe('1 scelta');
  await switchLanguage('en');
  expect(i18next.t('today:late', { count: 17506 })).toBe('17,506 late');
  await switchLanguage('it');
});

test('what is no count stays as it is', () => {
  i18next.addResourceBundle('it', 'trial', { year: 'anno {{year}}, {{name}}', half: '{{count}} ore' });
  expect(i18next.t('trial:year', { year: 2026, name: 'Vivaio 12345' })).toBe('anno 2026, Vivaio 12345');
  expect(i18next.t('trial:half', { count: 2.5 })).toBe('2,5 ore');
});
