import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { DateText, KeyValue, Money } from '../../components/values';
import { number } from '../../lib/format';
import { useAllowanceBudget, useCategories, useProgramme, type Programme } from './api/programmes';
import { GrantsSection } from './grants/GrantsSection';
import { Indicators } from './participation/Indicators';
import { Participants } from './participation/Participants';
import { useMayWrite } from './ProgrammesPage';
import { Selections } from './selection/Selections';
import { ProgrammeChip } from './words';

export function ProgrammePage() {
  const { t } = useTranslation('programmes');
  const { id = '' } = useParams();
  const query = useProgramme(id);
  const mayWrite = useMayWrite();
  const mayPay = useRight('allowances:pay');
  const mayReport = useRight('programmes:report');
  const programme = query.data;
  return (
    <Page
      title={programme?.name ?? t('one')}
      back={{ to: '/programmes', label: t('nav') }}
      status={programme && <ProgrammeChip state={programme.state} />}
      subtitle={programme && [t(`kind.${programme.kind}`), programme.reference].filter(Boolean).join(' · ')}
      actions={
        programme && (
          <>
            {mayPay && (
              <ButtonLink to={`/allowances?programmeId=${id}`} look="fill" icon="card">
                {t('payLists')}
              </ButtonLink>
            )}
            {mayWrite && (
              <ButtonLink to="edit" look="quiet" icon="pencil">
                {t('edit')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <>
            <Selections programmeId={loaded.id} over={loaded.state === 'over'} />
            <Participants programmeId={loaded.id} />
            <GrantsSection programmeId={loaded.id} />
            {mayReport && <Indicators programmeId={loaded.id} />}
            {mayPay && <Allowances id={loaded.id} />}
            <Budget programme={loaded} />
            <SectionCard title={t('about')}>
              <KeyValue
                items={[
                  { label: t('startsOn'), value: <DateText value={loaded.startsOn} /> },
                  { label: t('endsOn'), value: <DateText value={loaded.endsOn} /> },
                  { label: t('leadBody'), value: <Body {...loaded.leadBody} /> },
                  {
                    label: t('partnerBodies'),
                    value: loaded.partnerBodies.length > 0 ? (
                      <ul className="plain">
                        {loaded.partnerBodies.map((body) => (
                          <li key={body.id}>
                            <Body {...body} />
                          </li>
                        ))}
                      </ul>
                    ) : null,
                  },
                  { label: t('categories'), value: <Categories codes={loaded.categories} /> },
                  !!loaded.lastPaymentOn && { label: t('lastPaymentOn'), value: <DateText value={loaded.lastPaymentOn} /> },
                  !!loaded.notes && { label: t('notes'), value: <span className="pre-line">{loaded.notes}</span> },
                ]}
              />
            </SectionCard>
            <SectionCard title={t('targets')}>
              {loaded.targets.length === 0 ? (
                <EmptyState icon="flag" title={t('noTargets')} />
              ) : (
                <ul className="rows">
                  {loaded.targets.map((target, place) => (
                    <li key={place} className="row0">
                      <div className="row0-main">{target.title}</div>
                      <b className="number">{number(Number(target.goal))}</b>
                    </li>
                  ))}
                </ul>
              )}
            </SectionCard>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Body({ id, name }: { id: string; name: string }) {
  return useRight('partner-bodies:read') ? <Link to={`/partner-bodies/${id}`}>{name}</Link> : <>{name}</>;
}

function Categories({ codes }: { codes: string[] }) {
  const { t } = useTranslation('programmes');
  const known = useCategories();
  if (codes.length === 0) return <>{t('everybody')}</>;
  return (
    <ul className="plain">
      {codes.map((code) => {
        const item = known.find((one) => one.code === code);
        return <li key={code}>{item?.name ?? code}</li>;
      })}
    </ul>
  );
}

function Budget({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  return (
    <SectionCard title={t('lines')} note={<Money cents={Number(programme.budgetCents)} />}>
      {programme.lines.length === 0 ? (
        <EmptyState icon="list" title={t('noLines')} text={t('noLinesText')} />
      ) : (
        <ul className="rows">
          {programme.lines.map((line, place) => (
            <li key={place} className="row0">
              <div className="row0-main">
                {line.title}
                <div className="muted">{t(`budgetKind.${line.kind ?? 'other'}`)}</div>
              </div>
              <Money cents={Number(line.cents)} />
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

/** How the money for allowances stands: what is left must cover what is still to come. */
function Allowances({ id }: { id: string }) {
  const { t } = useTranslation('programmes');
  const query = useAllowanceBudget(id, true);
  return (
    <SectionCard title={t('allowances.title')}>
      <Loaded query={query} lines={4}>
        {(budget) => (
          <>
            {Number(budget.leftCents) < 0 && (
              <Notice tone="late" title={t('allowances.short')}>
                {t('allowances.shortText')}
              </Notice>
            )}
            <KeyValue
              items={[
                { label: t('allowances.budget'), value: <Money cents={Number(budget.budgetCents)} /> },
                Number(budget.assignedCents) !== 0 && { label: t('allowances.assigned'), value: <Money cents={Number(budget.assignedCents)} /> },
                { label: t('allowances.frozen'), value: <Money cents={Number(budget.frozenCents)} /> },
                Number(budget.openCents) !== 0 && { label: t('allowances.open'), value: <Money cents={Number(budget.openCents)} /> },
                { label: t('allowances.forecast', { count: Number(budget.internships) }), value: <Money cents={Number(budget.forecastCents)} /> },
                { label: t('allowances.left'), value: <b><Money cents={Number(budget.leftCents)} /></b> },
              ]}
            />
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}
