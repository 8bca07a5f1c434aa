using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>Says which words a company carries.</summary>
internal sealed record SetTags(Guid CompanyId, int Version, IReadOnlyList<string> Tags) : ICommand;

/// <param name="Tags">All tags of the company: those that are not among them go.</param>
internal sealed record TagList(IReadOnlyList<string> Tags);

internal static class SetTagsEndpoint
{
    public static void MapSetTags(this IEndpointRouteBuilder companies) => companies
        .MapPut("/{companyId:guid}/tags", Handle)
        .WithName("setCompanyTags")
        .WithSummary("Say which tags a company carries; If-Match holds the company's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, TagList body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SetTags(companyId, match.Version, body.Tags ?? []), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SetTagsValidator : AbstractValidator<SetTags>
{
    public SetTagsValidator()
    {
        this.SpeakOfNoExclusion(request => request.Tags);
        RuleFor(request => request.Tags).Must(tags => tags.Count <= TagBook.Most).WithErrorCode("tags.too-many")
            .WithMessage(_ => new Words("Le etichette di un'azienda sono al più venti: toglierne qualcuna.", "A company carries at most twenty tags: take some away.").ToString());
        RuleFor(request => request.Tags).Must(tags => tags.All(tag => tag is { Length: <= TagBook.LongestTag } && TagBook.Key(tag).Length > 0)).WithErrorCode("tags.form")
            .WithMessage(_ => new Words("Ogni etichetta è una parola o poche, di 40 caratteri al più.", "Each tag is a word or a few, of 40 characters at most.").ToString());
    }
}

internal sealed class SetTagsHandler(CompanyDesk desk, TagBook tags, CompanyHistory history) : IRequestHandler<SetTags, Unit>
{
    public async Task<Unit> Handle(SetTags request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.CompanyId, cancellationToken);
        await desk.MoveAsync(request.CompanyId, request.Version, cancellationToken);
        var before = await tags.OfAsync(request.CompanyId, cancellationToken);
        var wanted = request.Tags.Select(tag => tag.Trim()).DistinctBy(TagBook.Key).ToArray();
        var add = wanted.ExceptBy(before.Select(TagBook.Key), TagBook.Key).ToArray();
        var remove = before.ExceptBy(wanted.Select(TagBook.Key), TagBook.Key).ToArray();
        if (add.Length + remove.Length > 0)
        {
            await tags.WriteAsync(request.CompanyId, add, remove, cancellationToken);
            await history.TellAsync(request.CompanyId, CompanyChange.Tags, string.Join(", ", before), string.Join(", ", await tags.OfAsync(request.CompanyId, cancellationToken)), cancellationToken);
        }

        return Unit.Value;
    }
}
