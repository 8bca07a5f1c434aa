using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>E-mail addresses of requests, checked in one place.</summary>
internal static class Addresses
{
    public static Words Form { get; } = new("Scrivere un indirizzo e-mail valido, per esempio nome@esempio.it.", "Write a valid e-mail address, such as name@example.com.");

    public static bool IsValid(string? email) => EmailAddress.TryParse(email, out var _, out var _);

    public static EmailAddress Read(string? email) => EmailAddress.TryParse(email, out var address, out _) ? address : throw new FieldException("email", "email.form", Form);
}
