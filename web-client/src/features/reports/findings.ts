import type { TFunction } from 'i18next';
import { number, percent } from '../../lib/format';
import type { AnnualReport } from './api/get-annual-report';

type SectorCount = { sector: string; count: number };

/** Fractions that people say, the simplest first. */
const fractions = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [4, 5],
  [2, 5],
  [3, 5],
  [1, 10],
  [9, 10],
] as const;
/** So near that the plain fraction is fair, and so near that "more than" or "almost" is. */
const fair = 0.015;
const near = 0.045;
/** With fewer than these the numbers themselves say more than any share. */
const few = 10;

/** A part of the internships in words ("un tirocinio su tre"), and whether it is grammatically many. */
export function share(part: number, total: number, t: TFunction): { words: string; isMany: boolean } {
  if (part === total) return { words: t('reports:share.all', { count: total }), isMany: total > 1 };
  if (total < few) return { words: t('reports:share.count', { count: part, total: number(total) }), isMany: part > 1 };
  const ratio = part / total;
  const off = ([top, bottom]: readonly [number, number]) => ratio - top / bottom;
  const found = fractions.find((one) => Math.abs(off(one)) <= fair) ?? fractions.find((one) => Math.abs(off(one)) <= near);
  if (!found) {
    const rounded = Math.round(ratio * 100);
    // Italian elides the article before eight, eleven and the eighties.
    const isElided = rounded === 8 || rounded === 11 || (rounded >= 80 && rounded < 90);
    return { words: t(isElided ? 'reports:share.percentElided' : 'reports:share.percent', { percent: percent(ratio) }), isMany: false };
  }
  const fraction = t(`reports:share.of.${found[0]}_in_${found[1]}`);
  const words = Math.abs(off(found)) <= fair ? fraction : t(off(found) > 0 ? 'reports:share.moreThan' : 'reports:share.almost', { fraction });
  return { words, isMany: found[0] > 1 };
}

export function sectorFinding({ internshipsActivated: total, internshipsBySector: sectors }: { internshipsActivated: number; internshipsBySector: SectorCount[] }, t: TFunction): string {
  const most = Math.max(...sectors.map((one) => one.count));
  const first = sectors.filter((one) => one.count === most);
  const [top, second] = first;
  if (!top) return t('reports:finding.noSector');
  if (first.length === 1) return t(`reports:hosts.${top.sector}`, { share: share(top.count, total, t).words });
  if (first.length === 2) return sentence(t('reports:finding.twoSectors', { first: t(`common:sectors.${top.sector}`), second: t(`common:sectors.${second!.sector}`) }));
  return t('reports:finding.evenSectors', { count: sectors.length });
}

export function womenFinding({ internshipsActivated: total, internshipsForWomen: part }: { internshipsActivated: number; internshipsForWomen: number }, t: TFunction): string {
  if (part === 0) return t('reports:finding.womenNone');
  const { words, isMany } = share(part, total, t);
  return sentence(t('reports:finding.women', { count: isMany ? 2 : 1, share: words }));
}

export function addictionFinding({ internshipsActivated: total, internshipsFromAddictionServices: part }: { internshipsActivated: number; internshipsFromAddictionServices: number }, t: TFunction): string {
  if (part === 0) return t('reports:finding.addictionNone');
  const { words, isMany } = share(part, total, t);
  return sentence(t('reports:finding.addiction', { count: isMany ? 2 : 1, share: words }));
}

export function guaranteedJobFinding({ courses: total, coursesWithGuaranteedJob: part }: Pick<AnnualReport, 'courses' | 'coursesWithGuaranteedJob'>, t: TFunction): string {
  if (part === 0) return t('reports:finding.guaranteedNone');
  if (part === total) return t('reports:finding.guaranteedAll', { count: total });
  return t('reports:finding.guaranteed', { count: part, total: number(total) });
}

export function hiredFinding({ trainingParticipants: total, hiredAfterTraining: part }: { trainingParticipants: number; hiredAfterTraining: number }, t: TFunction): string {
  if (part === 0) return t('reports:finding.hiredNone');
  return t('reports:finding.hired', { count: part, total: number(total) });
}

/** The year in one sentence; what was not done is not said. */
export function yearSentence(report: AnnualReport, t: TFunction, language: string): string {
  const done = [
    !!report.internshipsActivated && t('reports:done.internships', { count: report.internshipsActivated }),
    report.courses > 0 && t('reports:done.courses', { count: report.courses }),
    report.lastBulletinNumber !== null && t('reports:done.bulletin', { number: number(report.lastBulletinNumber) }),
  ].filter((part) => part !== false);
  // Where all of it is too small to be told there is no sentence either.
  if (done.length === 0) return '';
  return t('reports:done.sentence', { year: report.year, list: new Intl.ListFormat(language, { type: 'conjunction' }).format(done) });
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
