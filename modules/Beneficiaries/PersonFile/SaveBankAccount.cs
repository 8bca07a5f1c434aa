using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Identifiers;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Writes the account to which allowances are paid.</summary>
internal sealed record SaveBankAccount(Guid Id, int Version, string? Iban, AccountHolder? Holder, string? HolderName) : ICommand, IGoesOnWhileRestricted;

internal static class SaveBankAccountEndpoint
{
    /// <summary>What is written.</summary>
    /// <param name="Iban">Italian or foreign IBAN, with or without spaces.</param>
    /// <param name="HolderName">Name of the holder, where it is not the person.</param>
    internal sealed record BankAccountBody(string? Iban, AccountHolder? Holder, string? HolderName);

    public static void MapSaveBankAccount(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}/bank-account", Handle)
        .WithName("saveBankAccount")
        .WithSummary("Write the account to which a person's allowances are paid")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, BankAccountBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveBankAccount(id, match.Version, body.Iban, body.Holder, body.HolderName), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveBankAccountValidator : AbstractValidator<SaveBankAccount>
{
    public SaveBankAccountValidator()
    {
        RuleFor(account => account.Iban).MaximumLength(60).Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text) && !Iban.TryParse(text, out _, out var problem))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, IbanSentences.Of(problem).ToString()) { ErrorCode = problem });
            }
        });
        RuleFor(account => account.Holder).IsInEnum();
        RuleFor(account => account.HolderName).MaximumLength(160);
        RuleFor(account => account.HolderName).NotEmpty()
            .When(account => account.Holder is AccountHolder.Guardian or AccountHolder.Delegate && !string.IsNullOrWhiteSpace(account.Iban))
            .WithErrorCode("bank-account.holder-name")
            .WithMessage(_ => new Words(
                "Il conto non è della persona: scrivere a chi è intestato, altrimenti la banca respinge il bonifico.",
                "The account is not the person's: write whose it is, or the bank refuses the transfer.").ToString());
    }
}

internal sealed class SaveBankAccountHandler(PersonSections sections) : IRequestHandler<SaveBankAccount, Unit>
{
    public async Task<Unit> Handle(SaveBankAccount request, CancellationToken cancellationToken)
    {
        var details = Iban.TryParse(request.Iban, out var iban, out _)
            ? new BankAccountDetails(
                iban.Value, request.Holder ?? AccountHolder.Person,
                request.Holder is AccountHolder.Guardian or AccountHolder.Delegate ? request.HolderName?.Trim() : null)
            : new BankAccountDetails(null, null, null);
        await sections.SaveAsync(request.Id, PersonSection.BankAccount, request.Version, details, cancellationToken);
        return Unit.Value;
    }
}
