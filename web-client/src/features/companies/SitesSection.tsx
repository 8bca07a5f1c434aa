import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { CheckField, FieldRow, Form, MunicipalityField, NumberField, TextField, amount, text, useApiForm } from '../../components/form';
import { SectionCard } from '../../components/SectionCard';
import { StatusChip } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { readCompany, type Company } from './api/companies';
import { saveSite, useRemovePart, type Site } from './api/file';
import { companyKeys } from './api/keys';

/** Where the company works: the main site first. */
export function SitesSection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [open, setOpen] = useState<string>();
  return (
    <SectionCard
      title={t('file.sites')}
      actions={
        mayWrite &&
        !open && (
          <Button look="plain" small icon="plus" onClick={() => setOpen('new')}>
            {t('file.addSite')}
          </Button>
        )
      }
    >
      {open === 'new' && <SiteForm company={company} onClose={() => setOpen(undefined)} />}
      <ul className="rows">
        {company.sites.map((site) => (
          <li key={site.id}>
            {open === site.id ? (
              <SiteForm company={company} site={site} onClose={() => setOpen(undefined)} />
            ) : (
              <SiteRow company={company} site={site} onOpen={mayWrite && !open ? () => setOpen(site.id) : undefined} />
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

const placeOf = (site: Site) => [site.address, [site.cap, site.municipalityName && `${site.municipalityName} (${site.province})`].filter(Boolean).join(' ')].filter(Boolean).join(', ');

function SiteRow({ company, site, onOpen }: { company: Company; site: Site; onOpen?: () => void }) {
  const { t } = useTranslation('companies');
  const remove = useRemovePart(company, 'site');
  const confirm = useConfirm();
  const toast = useToast();
  const name = site.name || placeOf(site) || t('file.siteUnknown');
  const takeAway = async () => {
    if (!(await confirm({ title: t('file.removeSiteTitle', { name }), text: t('file.removeText'), action: t('file.remove') }))) return;
    toast.after(remove.mutateAsync(site.id), t('file.removed'));
  };
  return (
    <>
      <div className="row-head">
        <strong>{name}</strong>
        {site.isMain && <StatusChip tone="blue">{t('file.mainSite')}</StatusChip>}
      </div>
      {site.name && <div>{placeOf(site)}</div>}
      <div className="muted">
        {site.permanentStaff === null ? t('file.staffUnknown') : t('file.staff', { count: site.permanentStaff })}
        {site.hasOwnCoordinates && ` · ${site.latitude}, ${site.longitude}`}
      </div>
      {onOpen && (
        <div className="row-actions">
          <Button look="plain" small aria-label={t('file.changeOne', { name })} onClick={onOpen}>
            {t('file.change')}
          </Button>
          {!site.isMain && (
            <Button look="plain" small aria-label={t('file.removeOne', { name })} busy={remove.isPending} onClick={() => void takeAway()}>
              {t('file.remove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const schema = z.object({
  name: text.optional(120),
  address: text.optional(),
  municipality: text.required(6),
  cap: text.optional(5),
  permanentStaff: amount.optional({ min: 0 }),
  latitude: amount.optional({ min: 35, max: 48 }),
  longitude: amount.optional({ min: 6, max: 19 }),
  isMain: z.boolean(),
});

const input = (site?: Site): z.input<typeof schema> => ({
  name: site?.name ?? '',
  address: site?.address ?? '',
  municipality: site?.municipality ?? '',
  cap: site?.cap ?? '',
  permanentStaff: site?.permanentStaff ?? null,
  latitude: site?.hasOwnCoordinates ? site.latitude : null,
  longitude: site?.hasOwnCoordinates ? site.longitude : null,
  isMain: site?.isMain ?? false,
});

function SiteForm({ company, site, onClose }: { company: Company; site?: Site; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: input(site),
    version: company.version,
    submit: (values, version) => saveSite(company, site?.id, values, version!),
    reload: async () => {
      const now = await readCompany(company.id);
      return { values: input(now.sites.find((one) => one.id === site?.id)), version: now.version };
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('file.siteSaved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('file.saveSite')} onCancel={onClose} label={t(site ? 'file.siteForm' : 'file.addSite')}>
      <SiteFields wasMain={site?.isMain ?? false} />
    </Form>
  );
}

function SiteFields({ wasMain }: { wasMain: boolean }) {
  const { t } = useTranslation('companies');
  const { setValue, getValues } = useFormContext();
  return (
    <>
      <TextField name="name" label={t('file.siteName')} help={t('file.siteNameHelp')} autoComplete="off" />
      <TextField name="address" label={t('address')} autoComplete="off" />
      <FieldRow>
        <MunicipalityField
          name="municipality"
          label={t('municipality')}
          required
          onPick={(place) => {
            if (place?.cap && !getValues('cap')) setValue('cap', place.cap, { shouldDirty: true });
          }}
        />
        <TextField name="cap" label={t('cap')} width="short" inputMode="numeric" autoComplete="off" />
      </FieldRow>
      <NumberField name="permanentStaff" label={t('permanentStaff')} help={t('permanentStaffHelp')} />
      <FieldRow>
        <NumberField name="latitude" label={t('file.latitude')} decimals={6} />
        <NumberField name="longitude" label={t('file.longitude')} decimals={6} />
      </FieldRow>
      <p className="hint">{t('file.coordinatesHelp')}</p>
      {!wasMain && <CheckField name="isMain" label={t('file.makeMain')} />}
    </>
  );
}
