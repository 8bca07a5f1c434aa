using System.Globalization;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>The assessments of a case, the latest first.</summary>
internal sealed record ListAssessments(Guid CaseId, AssessmentKind? Kind, string? Cursor, int? Limit) : IQuery<Page<AssessmentListLine>>;

/// <summary>An assessment in a list; what it says stays closed.</summary>
/// <param name="Signers">How many were asked to sign.</param>
/// <param name="Signatures">How many of them have signed.</param>
internal sealed record AssessmentListLine(Guid Id, AssessmentKind Kind, int Moment, DateOnly HeldOn, AssessmentState State, int Signers, int Signatures, DateOnly? SignedOn, DateTimeOffset ChangedAt, string? ChangedByName);

internal static class ListAssessmentsEndpoint
{
    public static void MapListAssessments(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/assessments", Handle)
        .WithName("listAssessments")
        .WithSummary("List the assessments of a case; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<AssessmentListLine>> Handle(Guid caseId, string? kind, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListAssessments(caseId, QueryCode.Read<AssessmentKind>(kind, "kind"), cursor, limit), ct);
}

internal sealed class ListAssessmentsHandler(IDbSession db, AssessmentDesk desk, IColleagues colleagues) : IRequestHandler<ListAssessments, Page<AssessmentListLine>>
{
    private const string OfKind = "and a.kind = @Kind";
    private const string After = "and a.held_on <= @AfterDay and (a.held_on < @AfterDay or a.id < @AfterId)";
    private const string Order = "order by a.held_on desc, a.id desc";

    public async Task<Page<AssessmentListLine>> Handle(ListAssessments request, CancellationToken cancellationToken)
    {
        await desk.ReadCaseAsync(request.CaseId, request.Kind, cancellationToken);
        var after = Paging.Decode(request.Cursor, 2) is [var first, var second] && DateOnly.TryParseExact(first, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Guid.TryParse(second, CultureInfo.InvariantCulture, out var id) ? (Day: day, Id: id) : ((DateOnly Day, Guid Id)?)null;
        var limit = Paging.Limit(request.Limit);
        var sql = new ListSql(AssessmentRow.Select).When(request.Kind is not null, OfKind).When(after is not null, After).OrderBy(Order);
        var args = new { request.CaseId, Kind = request.Kind?.Code(), AfterDay = after?.Day, AfterId = after?.Id };
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(
            await db.TopAsync<AssessmentRow>(sql, args, limit + 1, cancellationToken), limit, row => [row.HeldOn.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()]);
        return new(
            [.. page.Items.Select(row => new AssessmentListLine(
                row.Id, row.Kind, row.Moment, row.HeldOn, row.State, row.Signers, row.Signatures, row.SignedOn, row.ChangedAt, names.GetValueOrDefault(row.ChangedBy)))],
            page.NextCursor);
    }
}
