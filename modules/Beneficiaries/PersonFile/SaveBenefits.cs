using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Writes which benefits the person receives; an empty list says that there are none.</summary>
internal sealed record SaveBenefits(Guid Id, int Version, IReadOnlyList<Benefit>? Benefits) : ICommand, IGoesOnWhileRestricted;

internal static class SaveBenefitsEndpoint
{
    /// <summary>All of them: the list replaces the one before.</summary>
    internal sealed record BenefitsBody(IReadOnlyList<Benefit>? Benefits);

    public static void MapSaveBenefits(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}/benefits", Handle)
        .WithName("saveBenefits")
        .WithSummary("Write which benefits a person receives")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, BenefitsBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveBenefits(id, match.Version, body.Benefits), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveBenefitsValidator : AbstractValidator<SaveBenefits>
{
    private const int Most = 20, MostCents = 1_000_000;

    public SaveBenefitsValidator()
    {
        RuleFor(command => command.Benefits).Must(benefits => benefits is null || benefits.Count <= Most).WithErrorCode("benefits.too-many")
            .WithMessage(_ => new Words("I sostegni possono essere al massimo 20: togliere i più vecchi.", "There can be 20 benefits at most: remove the oldest.").ToString());
        RuleForEach(command => command.Benefits).ChildRules(benefit =>
        {
            benefit.RuleFor(one => one.Kind).NotNull().IsInEnum();
            benefit.RuleFor(one => one.FromOn).IsDayOfALife();
            benefit.RuleFor(one => one.ToOn).IsDayOfALife();
            benefit.RuleFor(one => one.ToOn).Must((one, to) => to is null || one.FromOn is null || to >= one.FromOn).WithErrorCode("benefits.ends-before-start")
                .WithMessage(_ => new Words("L'ultimo giorno non può essere prima del primo.", "The last day cannot be before the first.").ToString());
            benefit.RuleFor(one => one.MonthlyCents).InclusiveBetween(0, MostCents).WithErrorCode("benefits.amount")
                .WithMessage(_ => new Words("L'importo mensile va da 0 a 10.000 euro.", "The monthly amount is between 0 and 10,000 euro.").ToString());
        });
    }
}

internal sealed class SaveBenefitsHandler(PersonSections sections) : IRequestHandler<SaveBenefits, Unit>
{
    public async Task<Unit> Handle(SaveBenefits request, CancellationToken cancellationToken)
    {
        var details = new BenefitsDetails([.. (request.Benefits ?? []).OrderBy(benefit => benefit.ToOn is null ? 0 : 1).ThenByDescending(benefit => benefit.ToOn).ThenByDescending(benefit => benefit.FromOn)]);
        await sections.SaveAsync(request.Id, PersonSection.Benefits, request.Version, details, cancellationToken);
        return Unit.Value;
    }
}
