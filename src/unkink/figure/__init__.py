"""The moving figure: a jointed person in centimetres, drawn as a display list. Pure: numbers in, numbers out."""
