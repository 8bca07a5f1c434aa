import { useNavigate, useParams } from 'react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { amount, Form, NumberField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useDebounced } from '../../lib/use-debounced';
import { bulletinKeys } from './api/keys';
import { fetchEdition, saveEdition, useDraftMail, useEdition, useEditions, type Edition, type EditionContent } from './api/editions';
import { MailPreview } from './MailPreview';
import { nextThursday, titleFor } from './moments';
import { SectionsField, type ComposedSection } from './SectionsField';

const schema = z.object({
  number: amount.optional({ min: 1, max: 1_000_000 }),
  title: text.required(200),
  intro: text.optional(20_000),
  sections: z.custom<ComposedSection[]>(),
});
type Values = z.input<typeof schema>;

const sent = (sections: ComposedSection[]) => sections.map((section) => ({ title: section.title, opportunityIds: section.opportunities.map((one) => one.id) }));

export function NewEditionPage() {
  const { t } = useTranslation('bulletin');
  const editions = useEditions({});
  return (
    <Page title={t('edition.new')} width="wide" back={{ to: '/bulletin', label: t('title') }}>
      <Loaded query={{ data: editions.isPending ? undefined : editions, error: editions.error, isPending: editions.isPending, refetch: editions.refetch }}>
        {(list) => (
          <Composer
            values={{ number: null, title: list.rows[0] ? titleFor(list.rows[0].title, nextThursday()) : t('edition.usualTitle'), intro: '', sections: [{ title: t('edition.firstSection'), opportunities: [] }] }}
            first={list.rows.length === 0}
          />
        )}
      </Loaded>
    </Page>
  );
}

const valuesOf = (edition: Edition): Values => ({ number: edition.number, title: edition.title, intro: edition.intro, sections: edition.sections });

export function EditEditionPage() {
  const { t } = useTranslation('bulletin');
  const at = Number(useParams().number);
  const query = useEdition(at);
  return (
    <Page title={t('edition.editNumber', { number: at })} width="wide" back={{ to: `/bulletin/${at}`, label: t('edition.numbered', { number: at }) }}>
      <Loaded query={query}>{(edition) => <Composer at={at} values={valuesOf(edition)} version={edition.version} />}</Loaded>
    </Page>
  );
}

function Composer({ at, values, version, first }: { at?: number; values: Values; version?: number; first?: boolean }) {
  const { t } = useTranslation('bulletin');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: values,
    version,
    submit: ({ number, title, intro, sections }, current) => saveEdition({ title, intro, sections: sent(sections), ...(at === undefined ? { number } : {}) } as never, at, current),
    onDone: (saved) => {
      void queries.invalidateQueries({ queryKey: bulletinKeys.all });
      toast.done(t('saved'));
      void navigate(`/bulletin/${saved}`);
    },
    reload: at === undefined ? undefined : async () => { const now = await fetchEdition(at); return { values: valuesOf(now), version: now.version }; },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(at === undefined ? '/bulletin' : `/bulletin/${at}`)} note={t('edition.savedNote')}>
      <div className="side-by-side">
        <div>
          <SectionCard title={t('edition.words')}>
            {first && <NumberField name="number" label={t('field.number')} help={t('edition.firstNumberHelp')} />}
            <TextField name="title" label={t('field.title')} required />
            <TextArea name="intro" label={t('field.intro')} help={t('markdownHelp')} rows={5} />
          </SectionCard>
          <SectionsField name="sections" label={t('edition.opportunities')} />
        </div>
        <Draft form={form} at={at} />
      </div>
    </Form>
  );
}

function Draft({ form, at }: { form: ReturnType<typeof useApiForm<Values, unknown, unknown>>; at?: number }) {
  const { t } = useTranslation('bulletin');
  const written = useWatch({ control: form.form.control }) as Values;
  const content = useDebounced(JSON.stringify({ number: at, title: written.title, intro: written.intro, sections: sent(written.sections) }), 500);
  const query = useDraftMail(JSON.parse(content) as EditionContent & { number?: number });
  return (
    <SectionCard title={t('edition.asMailed')}>
      <Loaded query={query}>{(mail) => <MailPreview mail={mail} />}</Loaded>
    </SectionCard>
  );
}
