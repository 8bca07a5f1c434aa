using FluentValidation;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>Looks whether a text names facts of health or of penal law, which have a place of their own. Nothing is refused, kept or logged.</summary>
/// <param name="Text">What is being written; nothing of it is kept.</param>
internal sealed record CheckDiaryText(string? Text) : IQuery<DiaryHints>;

/// <summary>What somebody who writes should think of.</summary>
internal sealed record DiaryHints(IReadOnlyList<DiaryHint> Items);

/// <summary>One topic that the text seems to touch.</summary>
/// <param name="Topic">Health or penal facts.</param>
/// <param name="BelongsIn">The part of the record that such facts are for: <c>workProfile</c> (as what somebody can do at work) or <c>attestations</c> (as what a body attests).</param>
/// <param name="Words">The words that say so, as written.</param>
internal sealed record DiaryHint(SensitiveTopic Topic, IReadOnlyList<string> BelongsIn, IReadOnlyList<string> Words);

internal static class CheckDiaryTextEndpoint
{
    public static void MapCheckDiaryText(this IEndpointRouteBuilder cases) => cases
        .MapPost("/diary-hints", Handle)
        .WithName("checkDiaryText")
        .WithSummary("Look whether a text names health or penal facts; it is neither kept nor logged")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<DiaryHints> Handle(CheckDiaryText body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct);
}

internal sealed class CheckDiaryTextValidator : AbstractValidator<CheckDiaryText>
{
    public CheckDiaryTextValidator() => RuleFor(check => check.Text).NotNull().MaximumLength(8000);
}

internal sealed class CheckDiaryTextHandler : IRequestHandler<CheckDiaryText, DiaryHints>
{
    public Task<DiaryHints> Handle(CheckDiaryText request, CancellationToken cancellationToken)
    {
        DiaryHint[] hints =
        [
            new(SensitiveTopic.Health, ["workProfile", "attestations"], SensitiveTerms.In(request.Text, SensitiveTopic.Health)),
            new(SensitiveTopic.Penal, ["attestations"], SensitiveTerms.In(request.Text, SensitiveTopic.Penal)),
        ];
        return Task.FromResult(new DiaryHints([.. hints.Where(hint => hint.Words.Count > 0)]));
    }
}
