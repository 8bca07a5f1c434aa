import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { ResponseBody } from '../../../api/types';

/** Counts of people are null where they are so small that somebody could be recognised and whoever reads does not work with people; `suppressed` names them. */
export type AnnualReport = ResponseBody<'getAnnualReport'>;

/** How far back the last year with anything in it is looked for. */
const yearsBack = 6;

const annualReport = (year: number) =>
  queryOptions({
    queryKey: ['reports', 'annual', year],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reports/annual', { params: { query: { year } }, signal })),
  });

/** What the service did in a year; without a year, the last one in which it did something. */
export function useAnnualReport(year: number | undefined, thisYear: number) {
  const queries = useQueryClient();
  const lastOne = useQuery({
    queryKey: ['reports', 'annual', 'last', thisYear],
    queryFn: async () => {
      for (let tried = thisYear; tried > thisYear - yearsBack; tried--) {
        const report = await queries.fetchQuery(annualReport(tried));
        if (!isEmptyYear(report)) return report;
      }
      return queries.fetchQuery(annualReport(thisYear));
    },
    enabled: year === undefined,
  });
  const chosen = useQuery({ ...annualReport(year ?? thisYear), enabled: year !== undefined });
  return year === undefined ? lastOne : chosen;
}

/** Companies and bodies are there from one year to the next: they alone do not make a year of work. */
export function isEmptyYear(report: AnnualReport): boolean {
  return report.internshipsActivated === 0 && report.courses === 0 && report.lastBulletinNumber === null;
}
