import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { amount, CheckField, DateField, day, FieldRow, Form, NumberField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { number, today } from '../../../lib/format';
import { declareFragilityFormula, formulasKey, gridsKey, saveSkillGrid, useFragilityFormulas, useSkillGrids, type FragilitySettings, type SkillGrid } from '../api/assessments';

/** What assessments ask: the grids of skills and, where one is used, the formula of the fragility index. */
export function SettingsPage() {
  const { t } = useTranslation('beneficiaries');
  const grids = useSkillGrids();
  const formulas = useFragilityFormulas();
  const [editing, setEditing] = useState<SkillGrid | 'new' | null>(null);
  const [declaring, setDeclaring] = useState(false);
  return (
    <Page
      title={t('assessments.settings.title')}
      subtitle={t('assessments.settings.text')}
      actions={
        <Button look="fill" icon="plus" onClick={() => setEditing('new')}>
          {t('assessments.settings.addGrid')}
        </Button>
      }
    >
      <Loaded query={grids}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="list" title={t('assessments.settings.noGrid')} />
          ) : (
            items.map((grid) => (
              <SectionCard
                key={grid.id}
                title={grid.name}
                note={!grid.active && <StatusChip>{t('assessments.settings.unused')}</StatusChip>}
                actions={
                  <Button small icon="pencil" onClick={() => setEditing(grid)} aria-label={t('assessments.settings.changeGrid', { name: grid.name })}>
                    {t('edit')}
                  </Button>
                }
              >
                <p className="hint">{grid.levels.join(' · ')}</p>
                <p>{grid.skills.map((skill) => skill.label).join(', ')}</p>
              </SectionCard>
            ))
          )
        }
      </Loaded>
      <SectionCard
        title={t('assessments.fragility.title')}
        note={t('assessments.fragility.note')}
        actions={
          <Button small icon="plus" onClick={() => setDeclaring(true)}>
            {t('assessments.fragility.declare')}
          </Button>
        }
      >
        <Loaded query={formulas} lines={2}>
          {(settings) => <Formulas settings={settings} />}
        </Loaded>
      </SectionCard>
      {editing && <GridDialog grid={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
      {declaring && formulas.data && <FormulaDialog settings={formulas.data} onClose={() => setDeclaring(false)} />}
    </Page>
  );
}

function Formulas({ settings }: { settings: FragilitySettings }) {
  const { t } = useTranslation('beneficiaries');
  if (settings.formulas.length === 0) return <EmptyState icon="settings" title={t('assessments.fragility.none')} text={t('assessments.fragility.noneText')} />;
  return (
    <ul className="rows">
      {settings.formulas.map((one) => (
        <li key={one.id}>
          <div>
            <b>{one.name}</b> {one.inForce && <StatusChip tone="ok">{t('plans.state.inForce')}</StatusChip>}
            <div className="hint">
              {t('from')} <DateText value={one.validFrom} /> · {one.source}
            </div>
            <div>{one.formula ? <code>{one.formula}</code> : t('assessments.fragility.stopped')}</div>
            {one.bands.length > 0 && <div className="hint">{one.bands.map((band) => (band.upTo === null ? band.label : `${band.label} ≤ ${number(Number(band.upTo), 2)}`)).join(' · ')}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

const gridSchema = z.object({
  name: text.required(120),
  active: z.boolean(),
  levels: z.string().transform((value) => lines(value)).pipe(z.array(z.string().max(60)).min(2).max(8)),
  skills: z.array(z.object({ group: text.optional(80), label: text.required(200), uri: text.optional(300) })).min(1),
});
type GridInput = z.input<typeof gridSchema>;
const lines = (value: string) => value.split('\n').map((line) => line.trim()).filter(Boolean);
const gridInput = (grid?: SkillGrid): GridInput => ({
  name: grid?.name ?? '',
  active: grid?.active ?? true,
  levels: grid?.levels.join('\n') ?? '',
  skills: grid?.skills.map((skill) => ({ group: skill.group ?? '', label: skill.label, uri: skill.uri ?? '' })) ?? [{ group: '', label: '', uri: '' }],
});

function GridDialog({ grid, onClose }: { grid?: SkillGrid; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<GridInput, z.output<typeof gridSchema>, unknown>({
    schema: gridSchema,
    defaultValues: gridInput(grid),
    version: grid?.version,
    guard: false,
    submit: (values, version) => saveSkillGrid(grid, version, values) as Promise<unknown>,
    onDone: () => {
      void queries.invalidateQueries({ queryKey: gridsKey });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={grid ? t('assessments.settings.changeGrid', { name: grid.name }) : t('assessments.settings.addGrid')} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose}>
        <TextField name="name" label={t('assessments.settings.name')} required autoComplete="off" />
        <TextArea name="levels" label={t('assessments.settings.levels')} help={t('assessments.settings.levelsHelp')} required rows={5} />
        <GridSkills />
        <CheckField name="active" label={t('assessments.settings.active')} help={t('assessments.settings.activeHelp')} />
      </Form>
    </Dialog>
  );
}

function GridSkills() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<GridInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'skills' });
  return (
    <fieldset className="field">
      <legend>{t('assessments.skills')}</legend>
      {fields.map((field, index) => (
        <div className="window-row two-lines" key={field.id} role="group" aria-label={t('assessments.settings.skillNumber', { number: index + 1 })}>
          <TextField name={`skills.${index}.label`} label={t('assessments.skill')} required autoComplete="off" />
          <TextField name={`skills.${index}.group`} label={t('assessments.settings.group')} autoComplete="off" />
          <TextField name={`skills.${index}.uri`} label={t('assessments.settings.uri')} autoComplete="off" />
          <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('assessments.settings.removeSkill', { number: index + 1 })}>
            {t('work.remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ group: '', label: '', uri: '' })}>
        {t('assessments.settings.addSkill')}
      </Button>
    </fieldset>
  );
}

const formulaSchema = z.object({
  validFrom: day.required(),
  name: text.required(120),
  source: text.required(500),
  formula: text.optional(1000),
  bands: z.array(z.object({ label: text.required(60), upTo: amount.optional() })),
});
type FormulaInput = z.input<typeof formulaSchema>;

function FormulaDialog({ settings, onClose }: { settings: FragilitySettings; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const current = settings.formulas.find((one) => one.inForce);
  const form = useApiForm<FormulaInput, z.output<typeof formulaSchema>>({
    schema: formulaSchema,
    defaultValues: {
      validFrom: today(),
      name: current?.name ?? '',
      source: '',
      formula: current?.formula ?? '',
      bands: (current?.bands ?? []).map((band) => ({ label: band.label, upTo: band.upTo === null ? null : Number(band.upTo) })),
    },
    guard: false,
    submit: (values) => declareFragilityFormula(values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: formulasKey });
      toast.done(t('assessments.fragility.declared'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={t('assessments.fragility.declare')} onClose={onClose}>
      <p>{t('assessments.fragility.declareText')}</p>
      <Form form={form} submitLabel={t('assessments.fragility.declare')} onCancel={onClose}>
        <TextField name="name" label={t('assessments.settings.name')} required autoComplete="off" />
        <TextField name="source" label={t('assessments.fragility.source')} help={t('assessments.fragility.sourceHelp')} required autoComplete="off" />
        <DateField name="validFrom" label={t('assessments.fragility.validFrom')} required min={today()} />
        <TextArea name="formula" label={t('assessments.fragility.formula')} help={t('assessments.fragility.formulaHelp')} rows={3} spellCheck={false} />
        <details>
          <summary>{t('assessments.fragility.names')}</summary>
          <ul>
            {settings.names.map((one) => (
              <li key={one.name}>
                <code>{one.name}</code> {one.meaning}
              </li>
            ))}
          </ul>
        </details>
        <Bands />
      </Form>
    </Dialog>
  );
}

function Bands() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<FormulaInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'bands' });
  return (
    <fieldset className="field">
      <legend>{t('assessments.fragility.bands')}</legend>
      <div className="hint">{t('assessments.fragility.bandsHelp')}</div>
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={t('assessments.fragility.bandNumber', { number: index + 1 })}>
          <FieldRow>
            <TextField name={`bands.${index}.label`} label={t('assessments.fragility.band')} required autoComplete="off" />
            <NumberField name={`bands.${index}.upTo`} label={t('assessments.fragility.upTo')} decimals={2} />
            <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('assessments.fragility.removeBand', { number: index + 1 })}>
              {t('work.remove')}
            </Button>
          </FieldRow>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ label: '', upTo: null })}>
        {t('assessments.fragility.addBand')}
      </Button>
    </fieldset>
  );
}
