using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>
/// Warns before a person is registered twice. Of somebody whom one does not see in full it tells only that the service knows them, in the same words and with the same fields
/// whether their case is restricted or not. Each answer that finds somebody is logged with the person found: it cannot be used to look around unseen.
/// </summary>
/// <param name="HealthCode">STP or ENI code.</param>
/// <param name="Surname">As far as it is written.</param>
/// <param name="Name">As far as it is written.</param>
internal sealed record CheckDuplicates(string? TaxCode, string? HealthCode, string? Surname, string? Name, DateOnly? BirthDate) : IQuery<DuplicateWarning>;

/// <summary>Who may be the same person.</summary>
internal sealed record DuplicateWarning(IReadOnlyList<PossibleDuplicate> Matches);

/// <summary>Somebody who may be the same.</summary>
/// <param name="Same">What is equal: <c>identifier</c> or <c>nameAndBirth</c>.</param>
/// <param name="BeneficiaryId">To open the record, or to break the glass; only for who sees the person in full or coordinates.</param>
/// <param name="CanOpen">Whether whoever asks sees the person in full.</param>
/// <param name="FollowedBy">The case manager; null for whoever does not see the person in full and where nobody follows.</param>
/// <param name="Message">What to do.</param>
internal sealed record PossibleDuplicate(string Same, Guid? BeneficiaryId, bool CanOpen, string? FollowedBy, string Message);

internal static class CheckDuplicatesEndpoint
{
    public static void MapCheckDuplicates(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/duplicate-check", Handle)
        .WithName("checkDuplicateBeneficiary")
        .WithSummary("Tell, before registering, whether the person is already followed")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<DuplicateWarning> Handle(CheckDuplicates body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct);
}

internal sealed class CheckDuplicatesValidator : AbstractValidator<CheckDuplicates>
{
    public CheckDuplicatesValidator()
    {
        RuleFor(check => check.Surname).MaximumLength(100);
        RuleFor(check => check.Name).MaximumLength(100);
    }
}

internal sealed class CheckDuplicatesHandler(
    IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<CheckDuplicates, DuplicateWarning>
{
    private const string Select = $"""
        select p.id as Id, p.restricted as Restricted, c.manager_id as ManagerId,
               case when p.name_and_birth_hash = @NameAndBirth then 1 else 0 end as SameName,
               case when p.tax_code_family_hash = @TaxCodeFamily or p.health_code_hash = @HealthCode then 1 else 0 end as SameIdentifier,
               (select count(*) from beneficiaries_case_member m
                where  m.beneficiary_id = p.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)
                       and {VisiblePeople.Opens}) as Memberships,
               (select count(*) from beneficiaries_emergency_access e where e.beneficiary_id = p.id and e.user_id = @Me and e.expires_at > @Now) as Emergencies,
               case when p.registered_by = @Me and p.has_case = 0 then 1 else 0 end as Registered
        from   beneficiaries_person p
        left join beneficiaries_case c on c.beneficiary_id = p.id and c.closed_on is null
        where  p.id in (select coalesce(a.merged_into, a.id) from beneficiaries_person a where a.tax_code_family_hash = @TaxCodeFamily
                        union select coalesce(b.merged_into, b.id) from beneficiaries_person b where b.health_code_hash = @HealthCode
                        union select coalesce(d.merged_into, d.id) from beneficiaries_person d where d.name_and_birth_hash = @NameAndBirth)
        order by p.id
        """;

    private static readonly Words AskCoordinator = new(
        "Una persona con questi dati è già nota al servizio: chiedere al coordinatore prima di registrarla di nuovo.",
        "A person with these data is already known to the service: ask the coordinator before registering again.");

    private static readonly Words Coordinates = new(
        "Una persona con questi dati è già nota al servizio: non registrarla di nuovo. Se la scheda non si apre, la vede la sua équipe; in caso di necessità c'è l'accesso di emergenza, con un motivo.",
        "A person with these data is already known to the service: do not register them again. If the record does not open, their team sees it; in need there is the emergency access, with a reason.");

    private static readonly Words Known = new(
        "Una persona con questi dati è già registrata: conviene sentire chi la segue prima di registrarla di nuovo.",
        "A person with these data is already registered: talk to whoever follows them before registering again.");

    public async Task<DuplicateWarning> Handle(CheckDuplicates request, CancellationToken cancellationToken)
    {
        var hashes = sensitive.HashesOf(SensitiveFields.Canonical(new(request.TaxCode, request.HealthCode, false)));
        var named = SearchText.Normalize(request.Surname).Length > 0 && SearchText.Normalize(request.Name).Length > 0;
        var nameAndBirth = named && request.BirthDate is { } birth ? sensitive.NameAndBirth(request.Surname!, request.Name!, birth) : null;
        var rows = await db.TopAsync<Row>(
            Select,
            new { hashes.TaxCodeFamily, hashes.HealthCode, NameAndBirth = nameAndBirth, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() }, 5, cancellationToken);
        var names = rows.Count == 0 ? new Dictionary<Guid, string>() : await colleagues.NamesAsync(cancellationToken);
        foreach (var row in rows)
        {
            audit.Reads("beneficiary", row.Id, "duplicate-check");
        }

        return new([.. rows.Select(row => Shown(row, names))]);
    }

    private PossibleDuplicate Shown(Row row, IReadOnlyDictionary<Guid, string> names)
    {
        var sight = new SightFacts(row.Restricted, row.Memberships > 0, row.Emergencies > 0, row.Registered == 1, needToKnow.IsCoordinator, needToKnow.IsPlatform).Sight;
        var same = row.SameIdentifier == 1 ? "identifier" : "nameAndBirth";

        // One answer for all whom one does not see in full: any difference would tell whose case is restricted.
        return sight < Sight.Full
            ? new(same, needToKnow.IsCoordinator ? row.Id : null, false, null, (needToKnow.IsCoordinator ? Coordinates : AskCoordinator).ToString())
            : new(same, row.Id, true, row.ManagerId is { } manager ? names.GetValueOrDefault(manager) : null, Known.ToString());
    }

    private sealed record Row(Guid Id, bool Restricted, Guid? ManagerId, int SameName, int SameIdentifier, int Memberships, int Emergencies, int Registered);
}
