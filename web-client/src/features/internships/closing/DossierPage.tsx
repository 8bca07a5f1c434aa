import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../../components/Button';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { KeyValue } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { longDate } from '../../../lib/format';
import { attestationAddress, dossierAddress, useDossier } from '../api/closing';
import { writeHours } from '../attendance/hours';

/** The internship as a whole, as it is printed: who, where, how long, with which skills. */
export function DossierPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const dossier = useDossier(id);
  return (
    <Page
      title={t('dossier.title')}
      subtitle={dossier.data && `${dossier.data.personName} · ${dossier.data.companyName}`}
      back={{ to: `/internships/${id}`, label: t('backToInternship') }}
      actions={
        dossier.data && (
          <>
            {dossier.data.mayBeAttested && (
              <a className="btn0 fill" href={attestationAddress(id)} download>
                {t('dossier.attestation')}
              </a>
            )}
            <a className="btn0 quiet" href={dossierAddress(id)} download>
              {t('dossier.download')}
            </a>
            <Button look="quiet" icon="print" onClick={() => window.print()}>
              {t('dossier.print')}
            </Button>
          </>
        )
      }
    >
      <Loaded query={dossier} lines={10}>
        {(data) => (
          <>
            {!data.mayBeAttested && <Notice tone="blue">{t('dossier.notAttested')}</Notice>}
            <SectionCard title={t('internship')}>
              <KeyValue
                items={[
                  { label: t('person'), value: data.personName },
                  { label: t('dossier.birthDate'), value: longDate(data.birthDate) },
                  { label: t('company'), value: [data.companyName, data.workplace ?? data.municipalityName].filter(Boolean).join(', ') },
                  { label: t('kindLabel'), value: t(`kind.${data.kind}`) },
                  { label: t('modulationLabel'), value: t(`modulation.${data.modulation}`) },
                  { label: t('dates'), value: `${longDate(data.startsOn)} – ${longDate(data.endedOn ?? data.endsOn)}` },
                  { label: t('dossier.presence'), value: t(data.endedOn ? 'dossier.presenceOf' : 'dossier.presenceSoFar', { percent: data.presencePercent, worked: writeHours(data.workedMinutes), planned: writeHours(data.plannedMinutes) }) },
                  { label: t('duties'), value: <span className="pre-line">{data.duties}</span> },
                  { label: t('hostTutor'), value: data.hostTutor },
                  !!data.promoterTutorName && { label: t('promoterTutor'), value: data.promoterTutorName },
                  { label: t('dossier.visits'), value: `${t('dossier.visitsMade', { count: data.visits })}, ${t('dossier.interviewsMade', { count: data.interviews })}` },
                  !!data.outcome && { label: t('end.outcome'), value: [t(`outcome.${data.outcome}`), data.contract && t(`contract.${data.contract}`), data.hiredOn && longDate(data.hiredOn)].filter(Boolean).join(' · ') },
                ]}
              />
            </SectionCard>
            <SectionCard title={t('evaluation.objectives')}>
              <KeyValue items={data.objectives.map((one) => ({ label: one.objective, value: one.levelName ?? '–' }))} />
            </SectionCard>
            <SectionCard title={t('evaluation.skills')}>
              {data.skills.length === 0 ? (
                <p className="muted">{t('dossier.noSkills')}</p>
              ) : (
                <table className="register">
                  <caption className="visually-hidden">{t('evaluation.skills')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('dossier.skill')}</th>
                      <th scope="col">{t('dossier.level')}</th>
                      <th scope="col">{t('dossier.by')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.skills.map((skill) => (
                      <tr key={skill.code}>
                        <th scope="row">{capital(skill.name)}</th>
                        <td>{skill.levelName}</td>
                        <td>{t(`evaluation.author.${skill.by}`)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </SectionCard>
          </>
        )}
      </Loaded>
    </Page>
  );
}
