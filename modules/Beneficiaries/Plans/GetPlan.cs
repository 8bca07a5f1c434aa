using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Reads a version of the plan with its signatures, its reviews and its progress.</summary>
internal sealed record GetPlan(Guid CaseId, Guid Id) : IQuery<PlanRecord>;

/// <summary>A version of the plan. Signatures do not move the version: it is of what is signed.</summary>
/// <param name="Id">The version of the plan.</param>
/// <param name="Version">For If-Match.</param>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Nome Cognome.</param>
/// <param name="BirthDate">Their birth date.</param>
/// <param name="Number">1, 2, 3…</param>
/// <param name="State">Where it stands.</param>
/// <param name="Content">What it says.</param>
/// <param name="Names">Colleagues that it names.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="AskedOn">When it was sent to be signed.</param>
/// <param name="InForceOn">When it came into force.</param>
/// <param name="EndedOn">When it was superseded or closed.</param>
/// <param name="ClosingReason">Why it was closed.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="ChangedByName">By whom.</param>
/// <param name="Signatures">Who is asked to sign and who has.</param>
/// <param name="Reviews">The reviews, the latest first.</param>
/// <param name="Steps">How each action stands.</param>
/// <param name="Done">Actions done.</param>
/// <param name="Total">Actions that count.</param>
/// <param name="CanManage">Whether the reader may send it to be signed and close it.</param>
/// <param name="CanSign">Whether the reader's signature is asked for.</param>
/// <param name="CaseOpen">Whether the case is open.</param>
internal sealed record PlanRecord(
    Guid Id, int Version, Guid CaseId, Guid BeneficiaryId, string DisplayName, DateOnly BirthDate, int Number, PlanState State, PlanContent Content, IReadOnlyList<NamedColleague> Names,
    DateOnly? ReviewOn, DateOnly? AskedOn, DateOnly? InForceOn, DateOnly? EndedOn, string? ClosingReason, DateTimeOffset ChangedAt, string? ChangedByName,
    IReadOnlyList<PlanSignature> Signatures, IReadOnlyList<PlanReview> Reviews, IReadOnlyList<ActionStep> Steps, int Done, int Total, bool CanManage, bool CanSign, bool CaseOpen);

/// <summary>A colleague by name.</summary>
/// <param name="Name">Name and surname; null if the account is gone.</param>
internal sealed record NamedColleague(Guid Id, string? Name);

/// <summary>A signature.</summary>
/// <param name="OfPerson">Of the person, else of a colleague.</param>
/// <param name="Name">Who.</param>
/// <param name="Way">How; null until it is given.</param>
/// <param name="SignedOn">When.</param>
/// <param name="RecordedByName">At whose screen, for the person's and for a member's without an account.</param>
/// <param name="HasCopy">Whether the paper is kept.</param>
/// <param name="OutsideId">The membership, of a member of the équipe without an account: signs at somebody's screen or on paper.</param>
internal sealed record PlanSignature(bool OfPerson, string? Name, SignatureWay? Way, DateOnly? SignedOn, string? RecordedByName, bool HasCopy, Guid? OutsideId);

/// <summary>A review.</summary>
internal sealed record PlanReview(Guid Id, DateOnly HeldOn, string Note, DateOnly NextOn, string? WrittenByName);

internal static class GetPlanEndpoint
{
    public static void MapGetPlan(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans/{id:guid}", Handle)
        .WithName("getPlan")
        .WithSummary("Read a version of the individual plan; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<Ok<PlanRecord>> Handle(Guid caseId, Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetPlan(caseId, id), ct));
}

internal sealed class GetPlanHandler(
    IDbSession db, NeedToKnow needToKnow, PlanDesk desk, PlanFacts facts, SensitiveFields sensitive, OutsideMembers outsideMembers, IColleagues colleagues, ICurrentUser user) : IRequestHandler<GetPlan, PlanRecord>
{
    private const string SelectPerson = "select surname as Surname, name as Name, birth_date as BirthDate from beneficiaries_person where id = @Id";

    private const string SelectReviews = """
        select id as Id, held_on as HeldOn, note_cipher as Note, next_on as NextOn, written_by as WrittenBy
        from   beneficiaries_plan_review
        where  plan_id = @Id
        order by held_on desc, id desc
        """;

    public async Task<PlanRecord> Handle(GetPlan request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ReadAsync(request.CaseId, request.Id, "read-plan", cancellationToken);
        var person = (await db.FindAsync<Person>(SelectPerson, new { Id = seen.BeneficiaryId }, cancellationToken))!;
        var content = desk.Open(row);
        var signatures = await desk.SignaturesAsync(row.Id, cancellationToken);
        var reviews = await db.QueryAsync<ReviewRow>(SelectReviews, new { row.Id }, cancellationToken);
        var steps = await facts.ProgressAsync(request.CaseId, content, row.EndedOn, cancellationToken);
        var accounts = await colleagues.NamesAsync(cancellationToken);
        var names = await outsideMembers.NamesAsync(request.CaseId, accounts, cancellationToken);
        return new(
            row.Id, row.Version, request.CaseId, seen.BeneficiaryId, $"{person.Name} {person.Surname}", person.BirthDate, row.Number, row.State, content,
            [.. content.UserIds.Select(id => new NamedColleague(id, names.GetValueOrDefault(id)))], row.ReviewOn, row.AskedOn, row.InForceOn, row.EndedOn, sensitive.OpenText(row.Closing),
            row.ChangedAt, names.GetValueOrDefault(row.ChangedBy),
            [.. signatures.Select(one => new PlanSignature(
                one.UserId is null, one.UserId is { } id ? names.GetValueOrDefault(id) : sensitive.OpenText(one.Name) ?? $"{person.Name} {person.Surname}", one.Way, one.SignedOn,
                one.Way is not SignatureWay.Session && one.RecordedBy is { } by ? names.GetValueOrDefault(by) : null, one.DocumentId is not null,
                one.UserId is { } signer && !accounts.ContainsKey(signer) && names.ContainsKey(signer) ? signer : null))],
            [.. reviews.Select(one => new PlanReview(one.Id, one.HeldOn, sensitive.OpenText(one.Note)!, one.NextOn, names.GetValueOrDefault(one.WrittenBy)))],
            steps, steps.Count(step => step.State is StepState.Done), steps.Count(step => step.State is not StepState.Dropped), needToKnow.Manages(seen),
            row.State is PlanState.ToSign && signatures.Any(one => one.UserId == user.Id && one.SignedAt is null), seen.ClosedOn is null);
    }

    private sealed record Person(string Surname, string Name, DateOnly BirthDate);

    private sealed record ReviewRow(Guid Id, DateOnly HeldOn, string Note, DateOnly NextOn, Guid WrittenBy);
}
