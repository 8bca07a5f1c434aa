using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The person signs on the operator's screen: reads the plan, confirms it, and types the own name.</summary>
internal sealed record SignForPerson(Guid CaseId, Guid Id, int Version, string? TypedName, bool? Confirmed) : ICommand;

internal static class SignForPersonEndpoint
{
    /// <summary>What the person types.</summary>
    internal sealed record PersonSignatureBody(string? TypedName, bool? Confirmed);

    public static void MapSignForPerson(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/person-signature", Handle)
        .WithName("signPlanAsPerson")
        .WithSummary("Record that the person signs the individual plan on screen")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PersonSignatureBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignForPerson(caseId, id, match.Version, body.TypedName, body.Confirmed), ct);
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

internal sealed class SignForPersonHandler(IDbSession db, PlanDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<SignForPerson, Unit>
{
    private const string SelectNames = "select surname as Surname, name as Name, preferred_name as PreferredName from beneficiaries_person where id = @Id";

    private const string Update = """
        update beneficiaries_plan_signature
        set    way = 'typed', name_cipher = @TypedName, signed_on = @Today, signed_at = @Now, recorded_by = @Me
        where  plan_id = @Id and user_id is null and signed_at is null
        """;

    public async Task<Unit> Handle(SignForPerson request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.ToSign, cancellationToken);
        var names = (await db.FindAsync<Names>(SelectNames, new { Id = seen.BeneficiaryId }, cancellationToken))!;
        if (!names.Are(request.TypedName!))
        {
            throw new FieldException("typedName", "plan.name-differs", new(
                "Il nome scritto non è quello della persona: scrivere nome e cognome come sulla scheda.", "The name typed is not the person's: write name and surname as on the record."));
        }

        var args = new { row.Id, TypedName = sensitive.SealText(request.TypedName!.Trim()), Today = clock.Today(), Now = clock.GetUtcNow(), Me = user.Id };
        await desk.SignAsync(request.CaseId, row, request.Version, () => db.ExecuteAsync(Update, args, cancellationToken), cancellationToken);
        return Unit.Value;
    }

    /// <summary>The person's names, in whatever order, capitals and accents they are typed.</summary>
    private sealed record Names(string Surname, string Name, string? PreferredName)
    {
        public bool Are(string typed)
        {
            var words = Words(typed);
            return words == Words($"{Name} {Surname}") || (PreferredName is not null && words == Words($"{PreferredName} {Surname}"));
        }

        private static string Words(string text) => string.Join(' ', SearchText.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
