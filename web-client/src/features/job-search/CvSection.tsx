import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { RelativeDate } from '../../components/values';
import { cvAddress, useCvs } from './api/cvs';
import type { Path } from './api/paths';

/** The versions of the curriculum, to be downloaded or gone on from. */
export function CvSection({ path, open }: { path: Path; open: boolean }) {
  const { t } = useTranslation('job-search');
  const query = useCvs(path.id);
  return (
    <SectionCard
      title={t('cv.title')}
      actions={
        open && (
          <ButtonLink small icon="pencil" to={`/job-search/${path.id}/cv`}>
            {t('cv.write')}
          </ButtonLink>
        )
      }
    >
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="file" title={t('cv.none')} text={open ? t('cv.noneText') : undefined} />
          ) : (
            <ul className="rows">
              {items.slice(0, 5).map((version) => (
                <li key={version.id}>
                  <div className="grow">
                    <b>{t('cv.version', { number: Number(version.number) })}</b> {version.headline}
                    <div className="hint">
                      <RelativeDate value={version.createdAt} />
                      {version.createdByName && `, ${version.createdByName}`}
                    </div>
                  </div>
                  <div className="inline">
                    <a className="btn0 small" href={cvAddress(path.id, version.id, 'pdf')} download aria-label={t('cv.pdfOf', { number: Number(version.number) })}>
                      PDF
                    </a>
                    <a className="btn0 quiet small" href={cvAddress(path.id, version.id, 'docx')} download aria-label={t('cv.docxOf', { number: Number(version.number) })}>
                      DOCX
                    </a>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}
