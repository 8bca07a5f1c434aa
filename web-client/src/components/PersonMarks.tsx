import { useTranslation } from 'react-i18next';
import { usePersonMarks } from '../api/marks';
import { shortDate } from '../lib/format';
import { Notice } from './parts';

/** What a restriction or an objection means for whoever works with the person (GDPR art. 18 and 21), at the head of the page. */
export function PersonMarks({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const marks = usePersonMarks(personId).data?.items ?? [];
  return (
    <>
      {marks.map((mark) => {
        if (mark.kind === 'hold') return null;
        return (
          <Notice key={mark.id} tone="warn" title={t(`personMarks.${mark.kind}.title`, { day: shortDate(mark.fromOn) })}>
            {mark.scope ? t(`personMarks.objection.${mark.scope}`) : t(`personMarks.${mark.kind}.text`)}
          </Notice>
        );
      })}
    </>
  );
}
