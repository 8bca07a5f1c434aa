using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>The signed ICF sheets or skills assessments of a case side by side, to see what changed from T0 on.</summary>
internal sealed record CompareAssessments(Guid CaseId, AssessmentKind Kind) : IQuery<ComparedAssessments>;

/// <summary>Signed assessments of one kind.</summary>
/// <param name="Kind">Skills or ICF.</param>
/// <param name="Moments">T0, T1, … in order.</param>
/// <param name="Rows">Each code or skill with its judgement at each moment.</param>
internal sealed record ComparedAssessments(AssessmentKind Kind, IReadOnlyList<ComparedMoment> Moments, IReadOnlyList<ComparedRow> Rows);

/// <summary>A moment.</summary>
internal sealed record ComparedMoment(Guid Id, int Moment, DateOnly HeldOn, IReadOnlyList<string> Levels);

/// <summary>A code or a skill over time.</summary>
/// <param name="Key">The ICF code, or the skill.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">In the order of the moments; null where it was not judged then.</param>
internal sealed record ComparedRow(string Key, string? Name, IReadOnlyList<ComparedValue?> Values);

/// <summary>A judgement.</summary>
/// <param name="Text">As it is written: the notation or the level's name.</param>
/// <param name="First">0 to 4, or the level; null where it was not judged.</param>
/// <param name="Second">The capacity, 0 to 4; null where it was not judged.</param>
/// <param name="Facilitator">Whether the environment helps.</param>
internal sealed record ComparedValue(string Text, int? First, int? Second, bool Facilitator);

internal static class CompareAssessmentsEndpoint
{
    public static void MapCompareAssessments(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/assessments/comparison", Handle)
        .WithName("compareAssessments")
        .WithSummary("Compare the signed ICF sheets or skills assessments of a case over time; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<Ok<ComparedAssessments>> Handle(Guid caseId, string? kind, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CompareAssessments(caseId, QueryCode.Read<AssessmentKind>(kind, "kind") ?? AssessmentKind.Icf), ct));
}

internal sealed class CompareAssessmentsHandler(IDbSession db, AssessmentDesk desk) : IRequestHandler<CompareAssessments, ComparedAssessments>
{
    private const int Most = 20;
    private const string Signed = "and a.kind = @Kind and a.state = 'signed'";
    private const string LatestFirst = "order by a.moment desc";

    public async Task<ComparedAssessments> Handle(CompareAssessments request, CancellationToken cancellationToken)
    {
        if (request.Kind is not (AssessmentKind.Icf or AssessmentKind.Skills))
        {
            throw new FieldException("kind", "assessment.not-comparable", new("Si confrontano le schede ICF e i bilanci di competenze.", "ICF sheets and skills assessments are compared."));
        }

        await desk.ReadCaseAsync(request.CaseId, request.Kind, cancellationToken);
        var sql = new ListSql(AssessmentRow.Select).When(true, Signed).OrderBy(LatestFirst);
        var rows = (await db.TopAsync<AssessmentRow>(sql, new { request.CaseId, Kind = request.Kind.Code() }, Most, cancellationToken)).Reverse().ToArray();
        var contents = rows.Select(desk.Open).ToArray();
        return new(
            request.Kind, [.. rows.Select((row, at) => new ComparedMoment(row.Id, row.Moment, row.HeldOn, contents[at].Skills?.Levels ?? []))],
            request.Kind is AssessmentKind.Icf ? AssessmentComparison.Icf(contents) : AssessmentComparison.Skills(contents));
    }
}

/// <summary>Puts what several assessments say of the same code or skill into one row.</summary>
internal static class AssessmentComparison
{
    /// <summary>By code; a factor of the environment that is barrier and facilitator at once has two rows.</summary>
    public static IReadOnlyList<ComparedRow> Icf(IReadOnlyList<AssessmentContent> contents)
    {
        var sheets = contents.Select(content => (content.Icf ?? []).ToLookup(one => one.Code)).ToArray();
        return [.. contents.SelectMany(content => content.Icf ?? []).Select(one => one.Code).Distinct().Order(StringComparer.Ordinal).SelectMany(code =>
        {
            var most = sheets.Max(sheet => sheet[code].Count());
            return Enumerable.Range(0, most).Select(at => new ComparedRow(code, IcfCatalogue.NameOf(code), [.. sheets.Select(sheet => Value(sheet[code].OrderBy(one => one.Facilitator).ElementAtOrDefault(at)))]));
        })];
    }

    /// <summary>By skill, in the order in which they were first asked.</summary>
    public static IReadOnlyList<ComparedRow> Skills(IReadOnlyList<AssessmentContent> contents) =>
        [.. contents.SelectMany(content => content.Skills?.Skills ?? []).Select(skill => skill.Label).Distinct().Select(label => new ComparedRow(label, label, [
            .. contents.Select(content => content.Skills?.Skills.FirstOrDefault(skill => skill.Label == label) is { Level: { } level } ? new ComparedValue(content.Skills.Levels[level], level, null, false) : null)]))];

    private static ComparedValue? Value(IcfReading? one) =>
        one is null ? null : new(one.Item.Notation, IcfItem.Judged(one.First), IcfItem.Judged(one.Item.Capacity), one.Facilitator);
}
