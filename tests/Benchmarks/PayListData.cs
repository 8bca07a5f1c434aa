using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Shared;
using MediatR;

namespace InclusionPlatform.Benchmarks;

/// <summary>Months to be closed: one programme pays five thousand running internships, each with closed registers of the last months and a person with an account and an address.</summary>
internal static class PayListData
{
    public const int People = 5_000;

    private static readonly Guid FlatScheme = new("019AC000-0000-7000-8000-000000000001");

    /// <summary>Fills it in the transaction of the command and answers the programme.</summary>
    internal sealed record FillPayList(DateTimeOffset Now) : ICommand<Guid>;

    /// <summary>The first days of the last months that are over, the earliest first: who closes the second and the third has lists of before.</summary>
    public static IReadOnlyList<DateOnly> MonthsOf(DateTimeOffset now) => [.. Enumerable.Range(1, 3).Reverse().Select(back => new DateOnly(now.Year, now.Month, 1).AddMonths(-back))];

    internal sealed class FillPayListHandler(IDbSession db, SensitiveFields sensitive) : IRequestHandler<FillPayList, Guid>
    {
        private const string SelectRunning = """
            select   id as Id, beneficiary_id as PersonId
            from     internships_internship
            where    state = 'active' and starts_on < @First
            order by id
            """;

        private const string Begin = "update internships_internship set starts_on = @First where id = @Id";

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
            var months = MonthsOf(request.Now);
            var programme = Guid.CreateVersion7(request.Now);
            var rows = (await db.QueryAsync<Running>(SelectRunning, new { First = months[^1] }, cancellationToken)).DistinctBy(row => row.PersonId).Take(People).Select(row => new
            {
                row.Id, Programme = programme, request.Now, From = months[0].AddYears(-1), Scheme = FlatScheme, Person = row.PersonId,
            }).ToArray();
            await db.ExecuteAsync(Begin, rows.Select(row => new { row.Id, First = months[0] }).ToArray(), cancellationToken);
            await db.ExecuteAsync(Programme, new { Id = programme, request.Now }, cancellationToken);
            await db.ExecuteAsync(Line, new { Id = programme }, cancellationToken);
            await db.ExecuteAsync(Assignment, rows, cancellationToken);
            await db.ExecuteAsync(Scheme, rows, cancellationToken);
            foreach (var first in months)
            {
                var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
                await db.ExecuteAsync(Month, rows.Select(row => new { row.Id, Month = $"{first:yyyy-MM}", Minutes = days.Length * 300, request.Now }).ToArray(), cancellationToken);
                await db.ExecuteAsync(Day, rows.SelectMany(row => days.Select(day => new { row.Id, Day = day })).ToArray(), cancellationToken);
            }

            var home = new PersonAddresses(new Address("Via di prova", "1", "63066", "044023"), null);
            await db.ExecuteAsync(Address, rows.Select(row => new { row.Person, Cipher = sensitive.Seal(row.Person, home) }).ToArray(), cancellationToken);
            var account = new BankAccountDetails("IT60X0542811101000000123456", AccountHolder.Person, null);
            await db.ExecuteAsync(Account, rows.Select(row => new { row.Person, request.Now, Cipher = sensitive.Seal(row.Person, account) }).ToArray(), cancellationToken);
            return programme;
        }

        private sealed record Running(Guid Id, Guid PersonId);
    }
}
