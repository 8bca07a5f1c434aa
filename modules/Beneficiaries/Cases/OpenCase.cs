using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>The service takes a person on; whoever opens the case answers for it until somebody else does.</summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="ReferringBodyId">The partner body that referred the person.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="Reason">Why.</param>
/// <param name="Programme">Funded programme, if any.</param>
/// <param name="Restricted">Whether only the équipe may see it; null decides by the kind of the referring body and by the reason.</param>
internal sealed record OpenCase(Guid? BeneficiaryId, Guid? ReferringBodyId, DateOnly? OpenedOn, CaseReason? Reason, string? Programme, bool? Restricted) : ICommand<OpenedCase>;

internal sealed record OpenedCase(Guid Id, bool Restricted);

internal static class OpenCaseEndpoint
{
    public static void MapOpenCase(this IEndpointRouteBuilder cases) => cases
        .MapPost("/", Handle)
        .WithName("openCase")
        .WithSummary("Take a person on")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<OpenedCase>> Handle(OpenCase body, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/cases/{opened.Id}", opened);
    }
}

internal sealed class OpenCaseValidator : AbstractValidator<OpenCase>
{
    public OpenCaseValidator(TimeProvider clock)
    {
        RuleFor(opening => opening.BeneficiaryId).NotNull();
        RuleFor(opening => opening.ReferringBodyId).NotNull();
        RuleFor(opening => opening.Reason).NotNull().IsInEnum();
        RuleFor(opening => opening.Programme).MaximumLength(120);
        RuleFor(opening => opening.OpenedOn).NotNull().IsDayOfALife();
        RuleFor(opening => opening.OpenedOn).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("case.opens-in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
    }
}

internal sealed class OpenCaseHandler(IMediator mediator, NeedToKnow needToKnow, CaseOpening opening, ICurrentUser user) : IRequestHandler<OpenCase, OpenedCase>
{
    public async Task<OpenedCase> Handle(OpenCase request, CancellationToken cancellationToken)
    {
        needToKnow.DemandOpening(await needToKnow.PersonAsync(request.BeneficiaryId!.Value, Sight.Registry, cancellationToken));
        var body = (await mediator.Send(new DescribePartnerBodies([request.ReferringBodyId!.Value]), cancellationToken)).SingleOrDefault()
            ?? throw new FieldException("referringBodyId", "case.unknown-body", new(
                "L'ente inviante non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.",
                "The referring body is not in the network: choose it from the list or add it first."));
        return await opening.OpenAsync(
            new(request.BeneficiaryId.Value, body, user.Id, request.OpenedOn!.Value, request.Reason!.Value, request.Programme, request.Restricted), cancellationToken);
    }
}
