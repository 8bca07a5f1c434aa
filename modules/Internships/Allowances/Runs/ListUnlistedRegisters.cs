using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Closed registers of internships that a programme pays and that no pay list has taken yet as they are, the earliest month first.</summary>
internal sealed record ListUnlistedRegisters(Guid? ProgrammeId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<UnlistedRegister>>;

/// <summary>A register that waits for a pay list.</summary>
internal sealed record UnlistedRegister(Guid InternshipId, Guid BeneficiaryId, string Name, string Month, Guid ProgrammeId, string ProgrammeName, DateOnly? ClosedOn);

internal static class ListUnlistedRegistersEndpoint
{
    public static void MapListUnlistedRegisters(this IEndpointRouteBuilder runs) => runs
        .MapGet("/unlisted-registers", Handle)
        .WithName("listUnlistedRegisters")
        .WithSummary("List the closed registers that are on no pay list, the earliest month first")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<UnlistedRegister>>> Handle(Guid? programmeId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListUnlistedRegisters(programmeId, cursor, limit, total), ct));
}

internal sealed class ListUnlistedRegistersHandler(IDbSession db, IMediator mediator) : IRequestHandler<ListUnlistedRegisters, Page<UnlistedRegister>>
{
    /// <summary>What is listed here is what the home page counts.</summary>
    internal const string From = """

        from   internships_allowance_assignment a
        join   internships_internship i on i.id = a.internship_id
        join   internships_attendance_month r on r.internship_id = a.internship_id
        where  a.programme_id is not null and r.state = 'closed'
               and not exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.register_version >= r.version)
        """;

    private const string Select = $"""
        select r.internship_id as InternshipId, i.beneficiary_id as BeneficiaryId, r.month as Month, a.programme_id as ProgrammeId, r.closed_at as ClosedAt
        {From}
        """;

    private const string Count = $"select count(*) {From}";
    private const string ByProgramme = "and a.programme_id = @ProgrammeId";
    private const string After = "and r.month >= @AfterMonth and (r.month > @AfterMonth or r.internship_id > @AfterId)";
    private const string Order = "order by r.month, r.internship_id";

    public async Task<Page<UnlistedRegister>> Handle(ListUnlistedRegisters request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var args = new { request.ProgrammeId, AfterMonth = after?[0], AfterId = Guid.TryParse(after?[1], out var id) ? id : (Guid?)null };
        ListSql Filtered(string select) => new ListSql(select).When(request.ProgrammeId is not null, ByProgramme);
        var rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.Month, row.InternshipId.ToString()], total);
        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var people = (await mediator.Send(new NamePayees([.. page.Items.Select(row => row.BeneficiaryId).Distinct()], "pay-list"), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var programmes = (await mediator.Send(new DescribeProgrammes([.. page.Items.Select(row => row.ProgrammeId).Distinct()]), cancellationToken)).ToDictionary(one => one.Id, one => one.Name);
        return new(
            [.. page.Items.Select(row => new UnlistedRegister(
                row.InternshipId, row.BeneficiaryId, people.GetValueOrDefault(row.BeneficiaryId, ""), row.Month, row.ProgrammeId, programmes.GetValueOrDefault(row.ProgrammeId, ""), row.ClosedAt?.InItaly()))],
            page.NextCursor, page.Total);
    }

    private sealed record Row(Guid InternshipId, Guid BeneficiaryId, string Month, Guid ProgrammeId, DateTimeOffset? ClosedAt);
}
