import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { choice, Form, SelectField, text, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { saveSkillTerm, skillAreas, useRefreshSkills, useSkillTerms, type SkillTerm } from '../api/skills';

/** The catalogue of skills by heading: those of the platform, which are withdrawn here, and those of the service, which are added and renamed too. */
export function SkillsPage() {
  const { t } = useTranslation('internships');
  const terms = useSkillTerms();
  const [editing, setEditing] = useState<SkillTerm | 'new' | null>(null);
  return (
    <Page
      title={t('skills.title')}
      subtitle={t('skills.intro')}
      actions={
        <Button look="fill" icon="plus" onClick={() => setEditing('new')}>
          {t('skills.add')}
        </Button>
      }
    >
      <Loaded query={terms} lines={12}>
        {({ items }) => (
          <>
            {skillAreas.map((area) => (
              <SectionCard key={area} title={t(`skills.area.${area}`)}>
                <ul className="rows">
                  {items
                    .filter((term) => term.area === area)
                    .map((term) => (
                      <Term key={term.code} term={term} onEdit={() => setEditing(term)} />
                    ))}
                </ul>
              </SectionCard>
            ))}
          </>
        )}
      </Loaded>
      {editing && <TermDialog term={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function Term({ term, onEdit }: { term: SkillTerm; onEdit: () => void }) {
  const { t } = useTranslation('internships');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefreshSkills();
  const move = async (withdrawn: boolean) => {
    if (withdrawn && !(await confirm({ title: t('skills.withdrawTitle', { name: term.nameIt }), text: t('skills.withdrawText'), action: t('skills.withdraw') }))) return;
    const done = saveSkillTerm(term, { nameIt: term.nameIt, nameEn: term.nameEn, area: term.area, withdrawn });
    toast.after(done, t(withdrawn ? 'skills.withdrawn' : 'skills.offeredAgain'));
    await done.then(refresh, refresh);
  };
  return (
    <li className="row0">
      <div className="row0-main">
        {capital(term.nameIt)} {(term.isOwn || term.withdrawn) && <StatusChip tone={term.withdrawn ? 'neutral' : 'blue'}>{t(term.withdrawn ? 'skills.isWithdrawn' : 'skills.own')}</StatusChip>}
        <div className="muted">{term.nameEn ?? t('skills.noEnglish')}</div>
      </div>
      {term.isOwn && (
        <Button small look="quiet" icon="pencil" aria-label={t('skills.changeOf', { name: term.nameIt })} onClick={onEdit}>
          {t('skills.change')}
        </Button>
      )}
      {term.withdrawn ? (
        <Button small look="quiet" icon="restore" aria-label={t('skills.offerOf', { name: term.nameIt })} onClick={() => void move(false)}>
          {t('skills.offer')}
        </Button>
      ) : (
        <Button small look="quiet" icon="close" aria-label={t('skills.withdrawOf', { name: term.nameIt })} onClick={() => void move(true)}>
          {t('skills.withdraw')}
        </Button>
      )}
    </li>
  );
}

const schema = z.object({ nameIt: text.required(120), nameEn: text.optional(120), area: choice.required(skillAreas) });

function TermDialog({ term, onClose }: { term: SkillTerm | null; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefreshSkills();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { nameIt: term?.nameIt ?? '', nameEn: term?.nameEn ?? '', area: term?.area ?? '' },
    guard: false,
    submit: async (values) => {
      await saveSkillTerm(term, { ...values, withdrawn: term?.withdrawn ?? false });
    },
    onDone: async () => {
      await refresh();
      toast.done(t('skills.saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(term ? 'skills.changeTitle' : 'skills.add')} onClose={onClose}>
      {term && <p>{t('skills.changeText')}</p>}
      <Form form={form} submitLabel={t('skills.save')} onCancel={onClose}>
        <TextField name="nameIt" label={t('skills.nameIt')} help={t('skills.nameHelp')} required maxLength={120} />
        <TextField name="nameEn" label={t('skills.nameEn')} help={t('skills.nameEnHelp')} maxLength={120} />
        <SelectField name="area" label={t('skills.areaLabel')} required options={skillAreas.map((value) => ({ value, label: t(`skills.area.${value}`) }))} />
      </Form>
    </Dialog>
  );
}
