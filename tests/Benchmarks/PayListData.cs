using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Shared;
using MediatR;

namespace InclusionPlatform.Benchmarks;

/// <summary>A month to be closed: one programme pays five thousand running internships, each with a closed register of the last month and a person with an account and an address.</summary>
internal static class PayListData
{
    public const int People = 5_000;

    private static readonly Guid FlatScheme = new("019AC000-0000-7000-8000-000000000001");

    /// <summary>Fills it in the transaction of the command and answers the programme.</summary>
    internal sealed record FillPayList(DateTimeOffset Now) : ICommand<Guid>;

    /// <summary>The last month that is over.</summary>
    public static DateOnly MonthOf(DateTimeOffset now) => new DateOnly(now.Year, now.Month, 1).AddMonths(-1);

    internal sealed class FillPayListHandler(IDbSession db, SensitiveFields sensitive) : IRequestHandler<FillPayList, Guid>
    {
        private const string SelectRunning = """
            select   id as Id, beneficiary_id as PersonId
            from     internships_internship
            where    state = 'active' and starts_on < @First
            order by id
            """;

        private const string Programme = """
            insert into beneficiaries_programme (id, version, name, sort_name, kind, lead_body_id, starts_on, ends_on, created_at, created_by, changed_at)
            values (@Id, 1, 'Programma della misura', 'programma della misura', 'fsePlus', @Id, '2020-01-01', '2039-12-31', @Now, @Id, @Now)
            """;

        private const string Line = "insert into beneficiaries_programme_line (programme_id, place, kind, title, cents) values (@Id, 1, 'allowances', 'Indennità', 900000000000)";

        private const string Assignment = """
            insert into internships_allowance_assignment (internship_id, programme_id, dowry_kept, changed_at, changed_by, version) values (@Id, @Programme, 0, @Now, @Id, 1)
            """;

        private const string Scheme = "insert into internships_allowance_assigned_scheme (internship_id, valid_from, scheme_id) values (@Id, @From, @Scheme)";

        private const string Month = """
            insert into internships_attendance_month (internship_id, month, state, minutes, closed_at, changed_at, version) values (@Id, @Month, 'closed', @Minutes, @Now, @Now, 1)
            """;

        private const string Day = "insert into internships_attendance_day (internship_id, day, minutes) values (@Id, @Day, 300)";

        private const string Address = "update beneficiaries_person set addresses_cipher = @Cipher where id = @Person";

        private const string Account = """
            insert into beneficiaries_person_section (beneficiary_id, section, version, details_cipher, changed_at, changed_by) values (@Person, 'bankAccount', 1, @Cipher, @Now, @Person)
            """;

        public async Task<Guid> Handle(FillPayList request, CancellationToken cancellationToken)
        {
            var first = MonthOf(request.Now);
            var programme = Guid.CreateVersion7(request.Now);
            var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
            var rows = (await db.QueryAsync<Running>(SelectRunning, new { First = first }, cancellationToken)).DistinctBy(row => row.PersonId).Take(People).Select(row => new
            {
                row.Id, Programme = programme, request.Now, From = first.AddYears(-1), Scheme = FlatScheme, Month = $"{first:yyyy-MM}", Minutes = days.Length * 300, Person = row.PersonId,
            }).ToArray();
            await db.ExecuteAsync(Programme, new { Id = programme, request.Now }, cancellationToken);
            await db.ExecuteAsync(Line, new { Id = programme }, cancellationToken);
            await db.ExecuteAsync(Assignment, rows, cancellationToken);
            await db.ExecuteAsync(Scheme, rows, cancellationToken);
            await db.ExecuteAsync(Month, rows, cancellationToken);
            await db.ExecuteAsync(Day, rows.SelectMany(row => days.Select(day => new { row.Id, Day = day })).ToArray(), cancellationToken);
            var home = new PersonAddresses(new Address("Via di prova", "1", "63066", "044023"), null);
            await db.ExecuteAsync(Address, rows.Select(row => new { row.Person, Cipher = sensitive.Seal(row.Person, home) }).ToArray(), cancellationToken);
            var account = new BankAccountDetails("IT60X0542811101000000123456", AccountHolder.Person, null);
            await db.ExecuteAsync(Account, rows.Select(row => new { row.Person, request.Now, Cipher = sensitive.Seal(row.Person, account) }).ToArray(), cancellationToken);
            return programme;
        }

        private sealed record Running(Guid Id, Guid PersonId);
    }
}
