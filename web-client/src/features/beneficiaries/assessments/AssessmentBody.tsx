import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { KeyValue } from '../../../components/values';
import { number } from '../../../lib/format';
import type { Assessment } from '../api/assessments';

/** What an assessment says, to be read and printed. */
export function AssessmentBody({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('beneficiaries');
  const { content } = assessment;
  return (
    <>
      {content.workNeed && (
        <SectionCard title={t('assessments.kind.workNeed')}>
          <KeyValue
            items={(['experience', 'resources', 'obstacles', 'wishes', 'conditions'] as const).map((name) => ({
              label: t(`assessments.workNeed.${name}`),
              value: content.workNeed?.[name] && <span className="pre-line">{content.workNeed[name]}</span>,
            }))}
          />
        </SectionCard>
      )}
      {content.skills && (
        <SectionCard title={content.skills.gridName} flush>
          <div className="table-scroll" tabIndex={0} role="group" aria-label={content.skills.gridName}>
            <table className="judged">
              <thead>
                <tr>
                  <th scope="col">{t('assessments.skill')}</th>
                  <th scope="col">{t('assessments.level')}</th>
                  <th scope="col">{t('assessments.evidence')}</th>
                </tr>
              </thead>
              <tbody>
                {content.skills.skills.map((skill) => (
                  <tr key={skill.label}>
                    <th scope="row">
                      {skill.label}
                      {skill.group && <div className="hint">{skill.group}</div>}
                    </th>
                    <td>{skill.level === null ? <span className="muted">{t('assessments.notJudged')}</span> : content.skills!.levels[Number(skill.level)]}</td>
                    <td>{skill.evidence}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </SectionCard>
      )}
      {assessment.kind === 'icf' && (
        <SectionCard title={t('assessments.icf.codes')} flush>
          <div className="table-scroll" tabIndex={0} role="group" aria-label={t('assessments.icf.codes')}>
            <table className="judged">
              <thead>
                <tr>
                  <th scope="col">{t('assessments.icf.code')}</th>
                  <th scope="col">{t('assessments.icf.name')}</th>
                  <th scope="col">{t('assessments.icf.first')}</th>
                  <th scope="col">{t('assessments.icf.second')}</th>
                  <th scope="col">{t('assessments.icf.note')}</th>
                </tr>
              </thead>
              <tbody>
                {assessment.icf.map((line) => (
                  <tr key={line.notation}>
                    <th scope="row">{line.notation}</th>
                    <td>{line.name ?? '–'}</td>
                    <td>
                      {line.first === null ? '–' : t(`assessments.icf.qualifier.${line.first}`)}
                      {line.code.startsWith('e') && ` (${t(line.facilitator ? 'assessments.icf.facilitator' : 'assessments.icf.barrier')})`}
                    </td>
                    <td>
                      {line.code.startsWith('s')
                        ? [line.second !== null && t(`assessments.icf.nature.${line.second}`), line.third !== null && t(`assessments.icf.location.${line.third}`)].filter(Boolean).join(', ') || '–'
                        : line.second === null
                          ? '–'
                          : t(`assessments.icf.qualifier.${line.second}`)}
                    </td>
                    <td className="pre-line">{line.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </SectionCard>
      )}
      {content.parts?.map((part, index) => (
        <SectionCard key={index} title={t(`assessments.dimension.${part.dimension}`)} note={[part.bodyName, part.professional].filter(Boolean).join(' · ')}>
          <p className="pre-line">{part.text}</p>
          <p className="hint">{part.score === null ? t('assessments.notJudged') : t('assessments.scoreOf', { score: Number(part.score), text: t(`assessments.icf.qualifier.${part.score}`) })}</p>
        </SectionCard>
      ))}
      {assessment.fragility && <Fragility assessment={assessment} />}
      {content.conclusion && (
        <SectionCard title={t('assessments.conclusion')}>
          <p className="pre-line">{content.conclusion}</p>
        </SectionCard>
      )}
    </>
  );
}

/** The index with all that it was reckoned from: nobody has to take it on trust. */
export function Fragility({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('beneficiaries');
  const index = assessment.fragility;
  if (!index) return null;
  return (
    <SectionCard title={t('assessments.fragility.title')} note={index.source}>
      <p>
        <b className="fragility-index">{number(Number(index.index), 2)}</b> {index.band} <span className="muted">({index.name})</span>
      </p>
      <p className="hint">
        {t('assessments.fragility.formula')}: <code>{index.formula}</code>
      </p>
      <ul className="reasons">
        {index.values.map((value) => (
          <li key={value.name}>
            {value.name}: {number(Number(value.value), 2)}
          </li>
        ))}
      </ul>
      {assessment.state === 'draft' && <p className="hint">{t('assessments.fragility.preview')}</p>}
    </SectionCard>
  );
}
