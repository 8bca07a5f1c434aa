import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Form, NumberField, TextArea, amount, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { number } from '../../lib/format';
import { readSettings, saveSettings, settingsKey, useSettings, weights, type MatchingSettings } from './api/weights';

export function MatchingSettingsPage() {
  const { t } = useTranslation('matching-settings');
  const mayChange = useRight('matching:manage');
  const [editing, setEditing] = useState(false);
  const query = useSettings();
  return (
    <Page title={t('title')} subtitle={t('subtitle')} width="form">
      <Loaded query={query} lines={9}>
        {(settings) => (editing ? <Edit settings={settings} onClose={() => setEditing(false)} /> : <Read settings={settings} onEdit={mayChange ? () => setEditing(true) : undefined} />)}
      </Loaded>
    </Page>
  );
}

function Read({ settings, onEdit }: { settings: MatchingSettings; onEdit?: () => void }) {
  const { t } = useTranslation('matching-settings');
  const total = weights.reduce((sum, weight) => sum + settings.weights[weight], 0);
  return (
    <>
      <SectionCard
        title={t('weights')}
        note={t('total', { total: number(total) })}
        actions={
          onEdit && (
            <Button look="fill" small icon="pencil" onClick={onEdit}>
              {t('edit')}
            </Button>
          )
        }
      >
        <KeyValue
          items={weights.map((weight) => ({
            label: t(`weight.${weight}`),
            value: (
              <>
                <strong>{t('upTo', { count: settings.weights[weight] })}</strong>
                <div className="hint">{t(`meaning.${weight}`)}</div>
              </>
            ),
          }))}
        />
        {settings.changedAt && (
          <p className="hint">
            {t('changed', { name: settings.changedByName ?? '' })} <DateText value={settings.changedAt} />
          </p>
        )}
      </SectionCard>
      <SectionCard title={t('skills')} note={t('skillsCount', { count: settings.skills.length })}>
        <p>{settings.skills.join(', ')}</p>
      </SectionCard>
    </>
  );
}

const points = amount.required({ min: 0, max: 100 });
const schema = z.object({
  weights: z.object({ availability: points, sector: points, distance: points, skills: points, hours: points, times: points, context: points, results: points, quota: points }),
  skills: text.required(20_000).transform((lines) => lines.split('\n').map((line) => line.trim()).filter(Boolean)),
});

function Edit({ settings, onClose }: { settings: MatchingSettings; onClose: () => void }) {
  const { t } = useTranslation('matching-settings');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(settings),
    version: settings.version,
    reload: async () => readSettings().then((now) => ({ values: valuesOf(now), version: now.version })),
    submit: (values, version) => saveSettings(version ?? settings.version, values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: settingsKey });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <SectionCard title={t('weights')}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose} label={t('title')}>
        {weights.map((weight) => (
          <NumberField key={weight} name={`weights.${weight}`} label={t(`weight.${weight}`)} help={t(`meaning.${weight}`)} required />
        ))}
        <TextArea name="skills" label={t('skills')} help={t('skillsHelp')} required rows={12} />
      </Form>
    </SectionCard>
  );
}

function valuesOf(settings: MatchingSettings): z.input<typeof schema> {
  return { weights: { ...settings.weights }, skills: settings.skills.join('\n') };
}
