using System.Diagnostics.CodeAnalysis;
using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.People;

/// <summary>The people of companies. The first one is mirrored on the company's own row, where lists, calls and imports find them.</summary>
internal sealed class PeopleBook(IDbSession db)
{
    private const string SelectAll = """
        select id as Id, name as Name, role as Role, phone as Phone, other_phone as OtherPhone, email as Email, preferred_channel as PreferredChannel,
               preferred_hours as PreferredHours, do_not_call as DoNotCall, is_first as IsFirst
        from   company_network_person
        where  company_id = @CompanyId
        order by is_first desc, id
        """;

    private const string Insert = """
        insert into company_network_person (id, company_id, name, role, phone, other_phone, email, preferred_channel, preferred_hours, do_not_call, is_first)
        values (@Id, @CompanyId, @Name, @Role, @Phone, @OtherPhone, @Email, @PreferredChannel, @PreferredHours, @DoNotCall, @IsFirst)
        """;

    private const string Update = """
        update company_network_person
        set    name = @Name, role = @Role, phone = @Phone, other_phone = @OtherPhone, email = @Email, preferred_channel = @PreferredChannel, preferred_hours = @PreferredHours,
               do_not_call = @DoNotCall
        where  id = @Id and company_id = @CompanyId
        """;

    private const string Mirror = """
        update company_network_person
        set    name = @Name, role = @Role, phone = @Phone, email = @Email, preferred_hours = @PreferredHours, do_not_call = @DoNotCall
        where  company_id = @CompanyId and is_first = 1
        """;

    private const string Unmake = "update company_network_person set is_first = 0 where company_id = @CompanyId and is_first = 1";
    private const string Make = "update company_network_person set is_first = 1 where company_id = @CompanyId and id = @Id";
    private const string Delete = "delete from company_network_person where id = @Id and company_id = @CompanyId";
    private const string DeleteFirst = "delete from company_network_person where company_id = @CompanyId and is_first = 1";

    public Task<IReadOnlyList<Person>> OfAsync(Guid companyId, CancellationToken ct) => db.QueryAsync<Person>(SelectAll, new { CompanyId = companyId }, ct);

    public Task AddAsync(Guid id, Guid companyId, PersonData person, bool isFirst, CancellationToken ct) => db.ExecuteAsync(Insert, Columns(id, companyId, person, isFirst), ct);

    public Task ChangeAsync(Guid id, Guid companyId, PersonData person, CancellationToken ct) => db.ExecuteAsync(Update, Columns(id, companyId, person, false), ct);

    public Task RemoveAsync(Guid id, Guid companyId, CancellationToken ct) => db.ExecuteAsync(Delete, new { Id = id, CompanyId = companyId }, ct);

    /// <summary>The company's row was written: the first person follows; without anything written of them there is none.</summary>
    public async Task MirrorAsync(Guid companyId, ContactPerson? person, CancellationToken ct)
    {
        if (IsEmpty(person))
        {
            await db.ExecuteAsync(DeleteFirst, new { CompanyId = companyId }, ct);
            return;
        }

        if (await db.ExecuteAsync(Mirror, new { CompanyId = companyId, person.Name, person.Role, person.Phone, person.Email, person.PreferredHours, person.DoNotCall }, ct) == 0)
        {
            await AddAsync(Guid.CreateVersion7(), companyId, FirstOf(person), true, ct);
        }
    }

    /// <summary>The first people of companies that have none yet.</summary>
    public Task AddFirstAsync(IEnumerable<(Guid Id, CompanyData Company)> companies, CancellationToken ct) => db.ExecuteAsync(
        Insert,
        companies.Where(one => !IsEmpty(one.Company.ContactPerson)).Select(one => Columns(Guid.CreateVersion7(), one.Id, FirstOf(one.Company.ContactPerson!), true)),
        ct);

    /// <summary>Somebody else becomes the first; the company's row is to be written afterwards.</summary>
    public async Task MakeFirstAsync(Guid id, Guid companyId, CancellationToken ct)
    {
        await db.ExecuteAsync(Unmake, new { CompanyId = companyId }, ct);
        await db.ExecuteAsync(Make, new { CompanyId = companyId, Id = id }, ct);
    }

    private static bool IsEmpty([NotNullWhen(false)] ContactPerson? person) => person is null or { Name: null, Role: null, Phone: null, Email: null, PreferredHours: null, DoNotCall: false };

    private static PersonData FirstOf(ContactPerson person) => new(person.Name, person.Role, person.Phone, null, person.Email, null, person.PreferredHours, person.DoNotCall, true);

    private static object Columns(Guid id, Guid companyId, PersonData person, bool isFirst) => new
    {
        Id = id,
        CompanyId = companyId,
        person.Name,
        person.Role,
        person.Phone,
        person.OtherPhone,
        person.Email,
        PreferredChannel = person.PreferredChannel?.Code(),
        person.PreferredHours,
        DoNotCall = person.DoNotCall ?? false,
        IsFirst = isFirst,
    };
}
