using InclusionPlatform.Shared;
using MediatR;

namespace InclusionPlatform.Benchmarks;

/// <summary>Puts internships on file by plain statements, for the cases of the registry: most have ended, one in ten runs, and those of the educator who is measured all run.</summary>
internal static class InternshipsData
{
    public const int Internships = 50_000;
    public const int InOneTransaction = 10_000;

    /// <summary>Some of the internships from a number on, in the transaction of the command; answers those of the educator.</summary>
    internal sealed record FillInternships(int From, int Count, Guid Educator, IReadOnlyList<Guid> Companies, DateTimeOffset Now) : ICommand<IReadOnlyList<Guid>>;

    internal sealed class FillInternshipsHandler(IDbSession db) : IRequestHandler<FillInternships, IReadOnlyList<Guid>>
    {
        private const string SelectOwn = "select id as CaseId, beneficiary_id as PersonId, manager_id as Manager from beneficiaries_case where manager_id = @Educator order by id";

        private const string SelectOthers = """
            select id as CaseId, beneficiary_id as PersonId, manager_id as Manager
            from   beneficiaries_case
            where  manager_id <> @Educator
            order by id
            limit @Count offset @From
            """;

        private const string Insert = """
            insert into internships_internship (
                id, case_id, beneficiary_id, company_id, kind, modulation, state, starts_on, ends_on, weekly_hours, seasonal, meals_provided, duties, objectives, host_type, region, host_tutor,
                host_tutor_key, promoter_tutor_id, allowance_cents, outside_quota, created_at, created_by, version)
            values (@Id, @CaseId, @PersonId, @Company, 'extracurricular', 'supportToPlacement', @State, @StartsOn, @EndsOn, 25, 0, 0, 'Cura del verde', 'Riprendere un ritmo', 'privateEmployer',
                'Marche', @Tutor, @Tutor, @Manager, 50000, 0, @Now, @Manager, 1)
            """;

        public async Task<IReadOnlyList<Guid>> Handle(FillInternships request, CancellationToken cancellationToken)
        {
            var own = request.From == 0 ? await db.QueryAsync<CaseRow>(SelectOwn, new { request.Educator }, cancellationToken) : [];
            var others = await db.QueryAsync<CaseRow>(SelectOthers, new { request.Educator, request.From, Count = request.Count - own.Count }, cancellationToken);
            var today = DateOnly.FromDateTime(request.Now.UtcDateTime);
            var rows = own.Concat(others).Select((row, at) =>
            {
                var number = request.From + at;
                var runs = at < own.Count || number % 10 == 0;
                var startsOn = runs ? today.AddDays(-65 - (number % 60)) : today.AddDays(-400 - (number % 600));
                return new
                {
                    Id = Guid.CreateVersion7(request.Now), row.CaseId, row.PersonId, row.Manager, Company = request.Companies[number * 7 % request.Companies.Count], State = runs ? "active" : "ended",
                    StartsOn = startsOn, EndsOn = startsOn.AddDays(150), Tutor = $"tutor {number % 20_000}", request.Now,
                };
            }).ToArray();
            await db.ExecuteAsync(Insert, rows, cancellationToken);
            return [.. rows.Take(own.Count).Select(row => row.Id)];
        }

        private sealed record CaseRow(Guid CaseId, Guid PersonId, Guid Manager);
    }
}
