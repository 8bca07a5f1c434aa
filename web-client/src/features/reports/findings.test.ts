import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { startI18n } from '../../app/i18n';
import type { AnnualReport } from './api/get-annual-report';
import { addictionFinding, guaranteedJobFinding, hiredFinding, sectorFinding, share, womenFinding, yearSentence } from './findings';

const year2024 = {
  year: 2024,
  internshipsActivated: 95,
  internshipsForWomen: 35,
  internshipsFromAddictionServices: 70,
  internshipsLeftOut: 0,
  internshipsBySector: [
    { sector: 'catering', count: 32 },
    { sector: 'thirdSector', count: 24 },
    { sector: 'crafts', count: 19 },
    { sector: 'trade', count: 20 },
  ],
  bodiesInvolved: 137,
  companiesInBank: 262,
  courses: 11,
  coursesWithGuaranteedJob: 4,
  trainingHours: 488,
  trainingParticipants: 98,
  hiredAfterTraining: 8,
  lastBulletinNumber: 611,
  bulletinAddresses: 996,
  suppressed: [] as string[],
} satisfies AnnualReport;
const t = () => i18next.getFixedT(i18next.language, 'reports');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('in Italian', () => {
  beforeAll(() => startI18n('it'));

  test('the year of the first service', () => {
    expect(sectorFinding(year2024, t())).toBe('La ristorazione accoglie un tirocinio su tre');
    expect(womenFinding(year2024, t())).toBe('Più di un tirocinio su tre è per una donna');
    expect(addictionFinding(year2024, t())).toBe('Tre tirocini su quattro sono per persone seguite dai servizi per le dipendenze');
    expect(guaranteedJobFinding(year2024, t())).toBe('4 corsi su 11 prevedevano un lavoro garantito');
    expect(hiredFinding(year2024, t())).toBe('8 partecipanti su 98 sono stati assunti dopo il corso');
    expect(yearSentence(year2024, t(), 'it')).toBe('Nel 2024: 95 tirocini avviati, 11 corsi tenuti e il bollettino fino al numero 611.');
  });

  test.each([
    [1, 1, 'l’unico tirocinio', false],
    [95, 95, 'tutti i tirocini', true],
    [1, 7, '1 tirocinio su 7', false],
    [4, 7, '4 tirocini su 7', true],
    [48, 95, 'un tirocinio su due', false],
    [44, 95, 'quasi un tirocinio su due', false],
    [67, 100, 'due tirocini su tre', true],
    [15, 100, 'il 15 % dei tirocini', false],
    [85, 100, 'l’85 % dei tirocini', false],
    [5, 100, 'il 5 % dei tirocini', false],
  ])('%i of %i is "%s"', (part, total, words, isMany) => {
    const found = share(part, total, t());
    expect([plain(found.words), found.isMany]).toEqual([words, isMany]);
  });

  test('a share is never further from the truth than it says', () => {
    for (let part = 1; part < 200; part++) {
      const { words } = share(part, 200, t());
      const said = /(\w+) tirocin[io]+ su (\w+)/.exec(words);
      if (!said) continue;
      const value = { un: 1, due: 2, tre: 3, quattro: 4, cinque: 5, nove: 9, dieci: 10 } as Record<string, number>;
      const off = part / 200 - value[said[1]!]! / value[said[2]!]!;
      if (words.startsWith('più')) expect(off).toBeGreaterThan(0);
      if (words.startsWith('quasi')) expect(off).toBeLessThan(0);
      expect(Math.abs(off)).toBeLessThanOrEqual(/^(più|quasi)/.test(words) ? 0.045 : 0.015);
    }
  });

  test('no sector is called first when it is not alone', () => {
    const even = (...counts: number[]) => ({ ...year2024, internshipsActivated: counts.reduce((a, b) => a + b, 0), internshipsBySector: counts.map((count, at) => ({ sector: ['trade', 'care', 'ict'][at]!, count })) });
    expect(sectorFinding(even(5, 5, 1), t())).toBe('Commercio e servizi alla persona accolgono più tirocini degli altri settori');
    expect(sectorFinding(even(5, 5, 5), t())).toBe('Nessun settore prevale: i tirocini sono distribuiti fra 3 settori');
    expect(sectorFinding(even(), t())).toBe('Il settore dei tirocini non è indicato');
  });

  test('nothing is said plainly', () => {
    const none = { ...year2024, internshipsForWomen: 0, internshipsFromAddictionServices: 0, coursesWithGuaranteedJob: 0, hiredAfterTraining: 0, courses: 0, lastBulletinNumber: null };
    expect(womenFinding(none, t())).toBe('Nessun tirocinio è per una donna');
    expect(addictionFinding(none, t())).toBe('Nessun tirocinio è per una persona seguita dai servizi per le dipendenze');
    expect(guaranteedJobFinding(none, t())).toBe('Nessun corso prevedeva un lavoro garantito');
    expect(hiredFinding(none, t())).toBe('Finora nessun partecipante risulta assunto dopo il corso');
    expect(yearSentence(none, t(), 'it')).toBe('Nel 2024: 95 tirocini avviati.');
    expect(yearSentence({ ...none, internshipsActivated: null }, t(), 'it')).toBe('');
  });
});

describe('in English', () => {
  beforeAll(() => startI18n('en'));

  test('the year of the first service', () => {
    expect(sectorFinding(year2024, t())).toBe('Catering hosted one internship in three');
    expect(womenFinding(year2024, t())).toBe('More than one internship in three went to women');
    expect(addictionFinding(year2024, t())).toBe('Three internships in four went to people in charge of the addiction services');
    expect(guaranteedJobFinding(year2024, t())).toBe('4 courses of 11 had a guaranteed job');
    expect(hiredFinding(year2024, t())).toBe('8 participants of 98 were hired after the course');
    expect(yearSentence(year2024, t(), 'en')).toBe('In 2024: 95 internships activated, 11 courses held, and the bulletin up to number 611.');
  });

  test('every sector has its sentence', async () => {
    const { sectors } = await import('../../components/sectors');
    for (const sector of sectors) expect(sectorFinding({ ...year2024, internshipsBySector: [{ sector, count: 95 }] }, t())).toMatch(/^[A-Z].* hosted all internships$/);
  });
});
