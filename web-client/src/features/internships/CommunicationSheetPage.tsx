import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Button } from '../../components/Button';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { copyText } from '../../lib/copy';
import { longDate } from '../../lib/format';
import { openCommunicationSheet, useCommunicationSheet, type CommunicationQuery, type CommunicationSheet } from './api/internships';
import { ToVerify } from './words';

const kinds = ['start', 'extension', 'cessation'] as const;

/** What the mandatory communication asks, in its order: each value is copied with one button. */
export function CommunicationSheetPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const [search] = useSearchParams();
  const of = kinds.find((one) => one === search.get('of')) ?? 'start';
  const query: CommunicationQuery = { of, ...(search.get('extensionId') ? { extensionId: search.get('extensionId')! } : {}) };
  const sheet = useCommunicationSheet(id, query);
  const toast = useToast();
  const [opened, setOpened] = useState<CommunicationSheet | null>(null);
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    try {
      setOpened(await openCommunicationSheet(id, query));
    } catch (error) {
      toast.failed(error);
    } finally {
      setOpening(false);
    }
  };
  const copy = async (value: string, name: string, shown: Element | null | undefined) => {
    const done = await copyText(value);
    if (!done && shown) window.getSelection()?.selectAllChildren(shown);
    toast.done(done ? t('sheet.copied', { name }) : t('common:copyByHand'));
  };
  return (
    <Page title={t(`sheet.titleOf.${of}`)} subtitle={t('sheet.intro')} width="form" back={{ to: `/internships/${id}`, label: t('backToInternship') }}>
      <Loaded query={sheet} lines={9}>
        {(read) => {
          const data = opened ?? read;
          return (
            <>
              <Notice tone={data.protocol ? 'ok' : 'warn'}>
                {data.protocol ? t('documents.sent', { protocol: data.protocol, on: longDate(data.sentOn!) }) : t('documents.dueBy', { on: longDate(data.dueOn) })} {data.dueToVerify && <ToVerify />}
              </Notice>
              {data.missing > 0 && <p className="hint">{t('sheet.missing', { count: data.missing })}</p>}
              {data.masked > 0 && (
                <p className="hint">
                  {t('sheet.masked')}{' '}
                  <Button look="quiet" small busy={opening} onClick={() => void open()}>
                    {t('sheet.open')}
                  </Button>
                </p>
              )}
              {opened && <p className="hint">{t('sheet.opened')}</p>}
              {data.groups.map((group) => (
                <SectionCard key={group.name} title={group.name}>
                  <KeyValue
                    items={group.fields.map((field) => ({
                      label: field.name,
                      value: field.value ? (
                        <>
                          <span>{field.value}</span> {field.toVerify && <ToVerify />}{' '}
                          <Button look="plain" small icon="copy" aria-label={t('sheet.copyOne', { name: field.name })} onClick={(event) => void copy(field.value!, field.name, event.currentTarget.parentElement?.querySelector('span'))}>
                            {t('sheet.copy')}
                          </Button>
                        </>
                      ) : field.isMasked ? (
                        <span className="muted">{t('sheet.hidden')}</span>
                      ) : (
                        <StatusChip tone="warn">{t('sheet.where', { where: field.where ?? '' })}</StatusChip>
                      ),
                    }))}
                  />
                </SectionCard>
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
