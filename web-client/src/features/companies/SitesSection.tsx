import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CheckField, FieldRow, Form, MunicipalityField, NumberField, TextField, amount, text, useApiForm } from '../../components/form';
import { StatusChip } from '../../components/StatusChip';
import { readCompany, type Company } from './api/companies';
import { saveSite, type Site } from './api/file';
import { PartActions, PartsSection, usePartSaved } from './PartsSection';

/** Where the company works: the main site first. */
export function SitesSection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  return (
    <PartsSection
      title={t('file.sites')}
      addLabel={t('file.addSite')}
      parts={company.sites}
      mayWrite={mayWrite}
      form={(site, onClose) => <SiteForm company={company} site={site} onClose={onClose} />}
      row={(site, onOpen) => <SiteRow company={company} site={site} onOpen={onOpen} />}
    />
  );
}

const placeOf = (site: Site) => [site.address, [site.cap, site.municipalityName && `${site.municipalityName} (${site.province})`].filter(Boolean).join(' ')].filter(Boolean).join(', ');

function SiteRow({ company, site, onOpen }: { company: Company; site: Site; onOpen?: () => void }) {
  const { t } = useTranslation('companies');
  const name = site.name || placeOf(site) || t('file.siteUnknown');
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
      <PartActions company={company} part="site" id={site.id} name={name} question={site.isMain ? undefined : t('file.removeSiteTitle', { name })} onOpen={onOpen} />
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
  const onDone = usePartSaved(t('file.siteSaved'), onClose);
  const form = useApiForm({
    schema,
    defaultValues: input(site),
    version: company.version,
    submit: (values, version) => saveSite(company, site?.id, values, version!),
    reload: async () => {
      const now = await readCompany(company.id);
      return { values: input(now.sites.find((one) => one.id === site?.id)), version: now.version };
    },
    onDone,
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
