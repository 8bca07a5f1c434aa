import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { amount, Form, NumberField, text, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useRefresh } from '../api/programmes';
import { openCohort, useCohorts } from '../api/selection';

/** The selections of a programme, on its page. */
export function Selections({ programmeId, over }: { programmeId: string; over: boolean }) {
  const { t } = useTranslation('programmes');
  const query = useCohorts(programmeId);
  const maySelect = useRight('programmes:select');
  const [opening, setOpening] = useState(false);
  const add = maySelect && !over && (
    <Button look="quiet" small icon="plus" onClick={() => setOpening(true)}>
      {t('selection.open')}
    </Button>
  );
  return (
    <SectionCard title={t('selection.title')} actions={(query.data?.length ?? 0) > 0 && add}>
      <Loaded query={query} lines={2}>
        {(cohorts) =>
          cohorts.length === 0 ? (
            <EmptyState icon="list" title={t('selection.none')} text={t('selection.noneText')} action={add} />
          ) : (
            <ul className="rows">
              {cohorts.map((cohort) => (
                <li key={cohort.id} className="row0">
                  <div className="row0-main">
                    <Link to={`selection/${cohort.id}`}>{cohort.title}</Link>
                    <div className="muted">
                      {t('selection.places', { count: Number(cohort.places) })} · {t('selection.candidates', { count: Number(cohort.candidates) })}
                    </div>
                  </div>
                  <StatusChip tone={cohort.state === 'frozen' ? 'ok' : 'blue'}>{t(`cohortState.${cohort.state}`)}</StatusChip>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {opening && <OpenDialog programmeId={programmeId} onClose={() => setOpening(false)} />}
    </SectionCard>
  );
}

const schema = z.object({ title: text.required(200), places: amount.required({ min: 1, max: 10_000 }) });

function OpenDialog({ programmeId, onClose }: { programmeId: string; onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema,
    defaultValues: { title: '', places: null },
    guard: false,
    submit: (values) => openCohort(programmeId, values),
    onDone: async ({ id }) => {
      await refresh();
      toast.done(t('selection.opened'));
      void navigate(`/programmes/${programmeId}/selection/${id}/criteria`);
    },
  });
  return (
    <Dialog open title={t('selection.open')} onClose={onClose}>
      <Form form={form} submitLabel={t('selection.openAction')} onCancel={onClose} keptNote={false}>
        <TextField name="title" label={t('selection.name')} help={t('selection.nameHelp')} required autoComplete="off" />
        <NumberField name="places" label={t('selection.placesLabel')} required />
      </Form>
    </Dialog>
  );
}
