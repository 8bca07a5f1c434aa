import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { AccessTabs } from './AccessTabs';
import { AccountChip } from './AccountChip';
import { roles, useUsers } from './api/users';

const states = ['active', 'disabled'] as const;

export function AccountsPage() {
  const { t } = useTranslation('access');
  const state = useListState<'role' | 'state'>({ filters: ['role', 'state'], privateText: true });
  const role = roles.find((one) => one === state.filters.role);
  const standing = states.find((one) => one === state.filters.state);
  const list = useUsers({ q: state.q || undefined, role, state: standing });
  return (
    <Page
      title={t('accounts.title')}
      count={list.total}
      actions={
        <ButtonLink to="/access/accounts/new" look="fill" icon="plus">
          {t('accounts.add')}
        </ButtonLink>
      }
    >
      <AccessTabs />
      <ListBar>
        <SearchBox label={t('accounts.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('account.role')} value={role} options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} onChange={(value) => state.setFilter('role', value)} />
        <FilterSelect label={t('account.state')} value={standing} options={states.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
      </ListBar>
      <FilterChips
        text={{ name: t('accounts.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          role && { key: 'role', label: t(`role.${role}`), name: t('account.role'), onRemove: () => state.setFilter('role', undefined) },
          standing && { key: 'state', label: t(`state.${standing}`), name: t('account.state'), onRemove: () => state.setFilter('state', undefined) },
        ]}
      />
      <DataTable
        label={t('accounts.title')}
        list={list}
        rowKey={(user) => user.id}
        rowLink={(user) => `/access/accounts/${user.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('accounts.empty') }}
        columns={[
          { key: 'name', header: t('account.displayName'), cell: (user) => user.displayName },
          { key: 'email', header: t('account.email'), cell: (user) => user.email },
          { key: 'roles', header: t('account.roles'), cell: (user) => user.roles.map((one) => t(`role.${one}`)).join(', ') },
          { key: 'created', header: t('account.createdAt'), wideOnly: true, cell: (user) => <DateText value={user.createdAt} short /> },
          { key: 'state', header: t('account.state'), cell: (user) => <AccountChip user={user} /> },
        ]}
      />
    </Page>
  );
}
