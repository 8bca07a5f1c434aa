using FluentValidation.Results;
using InclusionPlatform.Shared.Messaging;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>
/// What a password must be, in words that people understand. Length counts, composition does not (NIST SP 800-63B section 5.1.1.2):
/// at least 12 characters and not one of the obvious ones.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<PlatformUser>
{
    public const int MinimumLength = 12;

    private static readonly HashSet<string> Obvious = new(StringComparer.OrdinalIgnoreCase)
    {
        "password1234", "passwordpassword", "123456789012", "1234567890123", "qwertyuiop12", "qwertyuiopas", "inclusione2026", "amministratore", "benvenuto123", "cambiami1234", "abcdefghijkl",
    };

    public static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 1;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 6;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.User.RequireUniqueEmail = false; // the database's unique constraint decides
        options.User.AllowedUserNameCharacters = "";
    }

    public static ValidationFailedException ProblemOf(IdentityResult result, string passwordField, string currentField) => new(result.Errors.Select(error => error.Code switch
    {
        "PasswordMismatch" => new ValidationFailure(currentField, new Words("La password attuale non è giusta.", "The current password is not right.").ToString()) { ErrorCode = "password.wrong" },
        _ => new ValidationFailure(passwordField, error.Description) { ErrorCode = error.Code },
    }));

    public Task<IdentityResult> ValidateAsync(UserManager<PlatformUser> manager, PlatformUser user, string? password)
    {
        if (password is null || password.Length < MinimumLength)
        {
            return Failed("password.too-short", new("La password deve avere almeno 12 caratteri: una breve frase va benissimo.", "The password needs at least 12 characters: a short sentence is fine."));
        }

        if (password.Distinct().Count() < 5 || Obvious.Contains(password) || user.Email.Contains(password, StringComparison.OrdinalIgnoreCase)
            || (user.Email.Split('@')[0] is { Length: >= 4 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            return Failed("password.obvious", new(
                "Questa password è troppo facile da indovinare: evitare il proprio nome, sequenze e ripetizioni.",
                "This password is too easy to guess: avoid one's own name, sequences and repetitions."));
        }

        return Task.FromResult(IdentityResult.Success);
    }

    private static Task<IdentityResult> Failed(string code, Words words) => Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = words.ToString() }));
}
