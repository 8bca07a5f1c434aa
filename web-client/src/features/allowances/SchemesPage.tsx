import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { DateText } from '../../components/values';
import { useSchemes, type Scheme } from './api/schemes';
import { TermsSentence } from './TermsSentence';

/** How allowances are reckoned: each scheme with its terms by date, its acts and what is still to be verified. */
export function SchemesPage() {
  const { t } = useTranslation('allowances');
  const query = useSchemes();
  const mayWrite = useRight('allowance-schemes:write');
  return (
    <Page
      title={t('schemes.nav')}
      count={query.data?.items.length}
      subtitle={t('schemes.text')}
      actions={
        mayWrite && (
          <ButtonLink to="/allowances/schemes/new" look="fill" icon="plus">
            {t('schemes.new')}
          </ButtonLink>
        )
      }
    >
      <Loaded query={query} lines={10}>
        {({ items }) => items.map((scheme) => <SchemeCard key={scheme.id} scheme={scheme} mayWrite={mayWrite} />)}
      </Loaded>
    </Page>
  );
}

function SchemeCard({ scheme, mayWrite }: { scheme: Scheme; mayWrite: boolean }) {
  const { t } = useTranslation('allowances');
  return (
    <SectionCard
      title={scheme.name}
      note={[scheme.kind ? t(`schemes.kind.${scheme.kind}`) : t('schemes.anyKind'), scheme.maxDailyHours && t('schemes.hoursADay', { count: Number(scheme.maxDailyHours) })].filter(Boolean).join(' · ')}
      actions={
        mayWrite && (
          <ButtonLink small look="quiet" to={`/allowances/schemes/${scheme.id}`} aria-label={t('schemes.changeOf', { name: scheme.name })}>
            {t('schemes.change')}
          </ButtonLink>
        )
      }
    >
      {scheme.note && <p>{scheme.note}</p>}
      <ul className="rows">
        {scheme.terms.map((terms) => (
          <li key={terms.validFrom} className="row0">
            <div className="row0-main">
              <TermsSentence terms={terms} />
              <div className="muted">
                {t('schemes.from')} <DateText value={terms.validFrom} />
                {terms.act && ` · ${terms.act}`}
              </div>
            </div>
            {(terms.toVerify ?? []).length > 0 && <StatusChip tone="warn">{t('schemes.toVerify')}</StatusChip>}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
