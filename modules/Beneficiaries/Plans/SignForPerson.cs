using FluentValidation;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The person, or a member of the équipe without an account, signs on the operator's screen: reads the plan, confirms it, and types the own name.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Id">The version of the plan.</param>
/// <param name="Version">What was read.</param>
/// <param name="TypedName">The own name.</param>
/// <param name="Confirmed">Whether they confirm it.</param>
/// <param name="SignerId">The membership of the professional; the person if nobody is named.</param>
internal sealed record SignForPerson(Guid CaseId, Guid Id, int Version, string? TypedName, bool? Confirmed, Guid? SignerId = null) : ICommand;

internal static class SignForPersonEndpoint
{
    /// <summary>What is typed; <c>signerId</c> names a member of the équipe without an account, else it is the person.</summary>
    internal sealed record PersonSignatureBody(string? TypedName, bool? Confirmed, Guid? SignerId = null);

    public static void MapSignForPerson(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/person-signature", Handle)
        .WithName("signPlanAsPerson")
        .WithSummary("Record that the person, or a member of the équipe without an account, signs the individual plan on screen")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PersonSignatureBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignForPerson(caseId, id, match.Version, body.TypedName, body.Confirmed, body.SignerId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SignForPersonValidator : AbstractValidator<SignForPerson>
{
    public SignForPersonValidator()
    {
        RuleFor(signature => signature.TypedName).NotEmpty().MaximumLength(200);
        RuleFor(signature => signature.Confirmed).Equal(true).WithErrorCode("plan.not-confirmed")
            .WithMessage(_ => new Words("La persona deve confermare di aver letto e condiviso il progetto.", "The person must confirm having read and shared the plan.").ToString());
    }
}

internal sealed class SignForPersonHandler(IDbSession db, PlanDesk desk, OutsideMembers outside, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<SignForPerson, Unit>
{
    private const string SelectNames = "select surname as Surname, name as Name, preferred_name as PreferredName from beneficiaries_person where id = @Id";

    private const string Update = """
        update beneficiaries_plan_signature
        set    way = 'typed', name_cipher = @TypedName, signed_on = @Today, signed_at = @Now, recorded_by = @Me
        where  plan_id = @Id and signed_at is null and (user_id = @SignerId or (user_id is null and @SignerId is null))
        """;

    public async Task<Unit> Handle(SignForPerson request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.ToSign, cancellationToken);
        if (request.SignerId is { } signerId)
        {
            var member = await outside.FindAsync(request.CaseId, signerId, cancellationToken);
            PlanDesk.DemandAsked(await desk.SignaturesAsync(row.Id, cancellationToken), signerId);
            if (OutsideMembers.Words(member.Who.Name) != OutsideMembers.Words(request.TypedName!))
            {
                throw new FieldException("typedName", "plan.name-differs", new(
                    "Il nome scritto non è quello del professionista: scrivere nome e cognome come nell'équipe.", "The name typed is not the professional's: write name and surname as on the team."));
            }
        }
        else if (!(await db.FindAsync<Names>(SelectNames, new { Id = seen.BeneficiaryId }, cancellationToken))!.Are(request.TypedName!))
        {
            throw new FieldException("typedName", "plan.name-differs", new(
                "Il nome scritto non è quello della persona: scrivere nome e cognome come sulla scheda.", "The name typed is not the person's: write name and surname as on the record."));
        }

        var args = new { row.Id, request.SignerId, TypedName = sensitive.SealText(request.TypedName!.Trim()), Today = clock.Today(), Now = clock.GetUtcNow(), Me = user.Id };
        await desk.SignAsync(request.CaseId, row, request.Version, () => db.ExecuteAsync(Update, args, cancellationToken), cancellationToken);
        return Unit.Value;
    }

    /// <summary>The person's names, in whatever order, capitals and accents they are typed.</summary>
    private sealed record Names(string Surname, string Name, string? PreferredName)
    {
        public bool Are(string typed)
        {
            var words = OutsideMembers.Words(typed);
            return words == OutsideMembers.Words($"{Name} {Surname}") || (PreferredName is not null && words == OutsideMembers.Words($"{PreferredName} {Surname}"));
        }
    }
}
